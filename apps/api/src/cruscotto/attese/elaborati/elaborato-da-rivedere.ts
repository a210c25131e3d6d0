import { riga, type Attesa } from '../attesa.js';
import { alTavolo } from '../destinatari.js';

/** Sent back to its tavolo, which has not taken it up again. */
export const ELABORATO_DA_RIVEDERE: Attesa = {
  tipo: 'elaborato_da_rivedere',
  sql: () =>
    `SELECT ${riga({ oggetto: 'l.id', tavolo: 'l.tavolo_id', nome: 'l.titolo', altro: 'l.motivazione', dal: 'l.aggiornato_at' })} FROM elaborato l WHERE l.ambito_id = $1 AND l.stato = 'da_rivedere'`,
  testo: r => `L’elaborato «${r.nome}» è da rivedere.`,
  percorso: r => `area/elaborati/${r.oggettoId}`,
  compito: {
    permesso: 'elaborato.riprendi',
    nome: { una: 'elaborato da rivedere', molte: 'elaborati da rivedere', genere: 'm' },
    voce: r => r.nome,
    pazienza: 15,
  },
  manca: {
    tipo: 'elaborato_da_rivedere',
    chi: () => alTavolo('elaborato.riprendi', 'm.tavolo'),
    sollecito: r => ({
      oggetto: `Da rivedere: ${r.nome}`,
      testo: `l’elaborato «${r.nome}» è tornato al tavolo perché sia rivisto${r.altro === null ? '' : `: ${r.altro}`}\n\nPuoi riprenderlo?`,
    }),
  },
};
