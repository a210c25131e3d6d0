import { riga, type Attesa } from '../attesa.js';
import { nellAmbito } from '../destinatari.js';

/** Handed in by a tavolo, waiting to be accepted or sent back. */
export const ELABORATO_DA_ESAMINARE: Attesa = {
  tipo: 'elaborato_da_esaminare',
  sql: () =>
    `SELECT ${riga({ oggetto: 'l.id', tavolo: 'l.tavolo_id', nome: 'l.titolo', dal: 'l.aggiornato_at' })} FROM elaborato l WHERE l.ambito_id = $1 AND l.stato = 'consegnato'`,
  testo: r => `L’elaborato «${r.nome}» è consegnato e aspetta di essere esaminato.`,
  percorso: r => `area/elaborati/${r.oggettoId}`,
  compito: {
    permesso: 'elaborato.accogli',
    nome: { una: 'elaborato da esaminare', molte: 'elaborati da esaminare', genere: 'm' },
    voce: r => r.nome,
    pazienza: 15,
  },
  manca: {
    tipo: 'elaborato_da_esaminare',
    chi: () => nellAmbito('elaborato.accogli'),
    sollecito: r => ({
      oggetto: `Un elaborato aspetta: ${r.nome}`,
      testo: `il tavolo ha consegnato l’elaborato «${r.nome}».\n\nPuoi esaminarlo?`,
    }),
  },
};
