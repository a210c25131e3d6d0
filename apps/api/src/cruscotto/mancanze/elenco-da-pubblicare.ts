import { ammessa } from '../../posti/siede.sql.js';
import { nellAmbito } from './destinatari.js';
import type { Mancanza } from './mancanza.js';

/** An avviso that closed, with enti accepted a week ago that nobody sits for until the elenco. */
export const ELENCO_DA_PUBBLICARE: Mancanza = {
  tipo: 'elenco_da_pubblicare',
  sql: () => `SELECT v.id, NULL::uuid, v.titolo, count(*)::text, min(d.accettata_at), ${nellAmbito('avviso.pubblica_elenco')} FROM avviso v
    JOIN designazione d ON d.ambito_id = v.ambito_id AND d.avviso_id = v.id AND d.stato = 'accettata' AND NOT ${ammessa('d')}
    WHERE v.ambito_id = $1 AND v.stato = 'pubblicato' AND v.chiude_at < now() GROUP BY v.id, v.titolo HAVING min(d.accettata_at) < now() - interval '7 days'`,
  testo: r =>
    `${r.nome}: ${r.altro === '1' ? '1 designazione accettata attende' : `${r.altro ?? ''} designazioni accettate attendono`} l’elenco degli ammessi.`,
  percorso: r => `area/avvisi/${r.oggettoId}`,
  sollecito: r => ({
    oggetto: `Da pubblicare l’elenco degli ammessi: ${r.nome}`,
    testo: `l’avviso «${r.nome}» è chiuso e ha designazioni accettate da più di una settimana. Finché non pubblichi l’elenco degli ammessi, nessuno siede per quegli enti.`,
  }),
};
