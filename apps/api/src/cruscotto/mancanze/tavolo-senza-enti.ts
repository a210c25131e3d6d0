import { alTavolo } from './destinatari.js';
import { aperto, radice } from '../../tavoli/tavolo.sql.js';
import type { Mancanza } from './mancanza.js';
import { siede } from '../../posti/siede.sql.js';

/** Nobody sits there: no seat is covered. */
export const TAVOLO_SENZA_ENTI: Mancanza = {
  tipo: 'tavolo_senza_enti',
  sql: () => `SELECT t.id, t.id, t.nome, NULL::text, NULL::timestamptz, ${alTavolo('tavolo.conduci', 't.id')} FROM tavolo t
    WHERE t.ambito_id = $1 AND ${aperto('t')} AND ${radice('t')} AND NOT EXISTS (SELECT 1 FROM mandato m WHERE m.ambito_id = t.ambito_id AND m.tavolo_id = t.id AND ${siede('m')})`,
  testo: r => `Al tavolo «${r.nome}» non siede ancora nessuno.`,
  percorso: r => `area/designazioni?tavolo=${r.oggettoId}`,
  sollecito: r => ({
    oggetto: `Il tavolo «${r.nome}» è ancora vuoto`,
    testo: `al tavolo «${r.nome}» non siede ancora nessuno.\n\nPuoi guardare le designazioni arrivate, e invitare gli enti che si occupano di questi temi a rispondere all’avviso?`,
  }),
};
