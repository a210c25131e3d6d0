import type { Kind } from '../../platform/procedura/kind.js';

export const INCONTRO_KIND = {
  kind: 'incontro',
  table: 'incontro',
  tavolo: 'x.tavolo_id',
  tavoli: `(SELECT coalesce(jsonb_agg(nt.tavolo_id), '[]') FROM incontro_tavolo nt WHERE nt.ambito_id = x.ambito_id AND nt.incontro_id = x.id)`,
  state: 'x.stato',
} as const satisfies Kind;
