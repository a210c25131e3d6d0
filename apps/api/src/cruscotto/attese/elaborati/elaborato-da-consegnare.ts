import { riga, type Attesa } from '../attesa.js';

/** Approved by its tavolo, and not handed in yet. */
export const ELABORATO_DA_CONSEGNARE: Attesa = {
  tipo: 'elaborato_da_consegnare',
  sql: () =>
    `SELECT ${riga({ oggetto: 'l.id', tavolo: 'l.tavolo_id', nome: 'l.titolo', dal: 'l.aggiornato_at' })} FROM elaborato l WHERE l.ambito_id = $1 AND l.stato = 'approvato'`,
  testo: r => `Consegna «${r.nome}»: il tavolo l’ha approvato.`,
  percorso: r => `area/elaborati/${r.oggettoId}`,
  compito: {
    permesso: 'elaborato.consegna',
    nome: { una: 'elaborato da consegnare', molte: 'elaborati da consegnare', genere: 'm' },
    voce: r => r.nome,
    pazienza: 15,
  },
};
