import { alTavolo } from './destinatari.js';
import type { Mancanza } from './mancanza.js';

/** Sent back to its tavolo, which has not taken it up again. */
export const ELABORATO_DA_RIVEDERE: Mancanza = {
  tipo: 'elaborato_da_rivedere',
  sql: () =>
    `SELECT l.id, l.tavolo_id, l.titolo, l.motivazione, l.aggiornato_at, ${alTavolo('elaborato.riprendi', 'l.tavolo_id')} FROM elaborato l WHERE l.ambito_id = $1 AND l.stato = 'da_rivedere'`,
  testo: r => `L’elaborato «${r.nome}» è da rivedere.`,
  percorso: r => `area/elaborati/${r.oggettoId}`,
  sollecito: r => ({
    oggetto: `Da rivedere: ${r.nome}`,
    testo: `l’elaborato «${r.nome}» è tornato al tavolo perché sia rivisto${r.altro === null ? '' : `: ${r.altro}`}\n\nPuoi riprenderlo?`,
  }),
};
