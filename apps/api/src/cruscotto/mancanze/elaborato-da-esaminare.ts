import { nellAmbito } from './destinatari.js';
import type { Mancanza } from './mancanza.js';

/** Handed in by a tavolo, waiting to be accepted or sent back. */
export const ELABORATO_DA_ESAMINARE: Mancanza = {
  tipo: 'elaborato_da_esaminare',
  sql: () =>
    `SELECT l.id, l.tavolo_id, l.titolo, NULL::text, l.aggiornato_at, ${nellAmbito('elaborato.accogli')} FROM elaborato l WHERE l.ambito_id = $1 AND l.stato = 'consegnato'`,
  testo: r => `L’elaborato «${r.nome}» è consegnato e aspetta di essere esaminato.`,
  percorso: r => `area/elaborati/${r.oggettoId}`,
  sollecito: r => ({
    oggetto: `Un elaborato aspetta: ${r.nome}`,
    testo: `il tavolo ha consegnato l’elaborato «${r.nome}».\n\nPuoi esaminarlo?`,
  }),
};
