import { chiConduce } from '../../incarichi/chi.sql.js';
import { aperto, radice } from '../../tavoli/tavolo.sql.js';
import type { Mancanza } from './mancanza.js';

export const TAVOLO_SENZA_REFERENTE: Mancanza = {
  tipo: 'tavolo_senza_referente',
  sql: () => `SELECT t.id, t.id, t.nome, NULL::text, NULL::timestamptz, '[]'::jsonb FROM tavolo t
    WHERE t.ambito_id = $1 AND ${aperto('t')} AND ${radice('t')} AND ${chiConduce('t.ambito_id', 't.id')} IS NULL`,
  testo: r => `Il tavolo «${r.nome}» non ha un referente.`,
  percorso: () => 'area/incarichi',
};
