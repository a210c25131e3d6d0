import type { Kind } from '../platform/procedura/kind.js';

export const VERBALE_KIND = {
  kind: 'verbale',
  table: 'verbale',
  tavolo: 'x.tavolo_id',
  tavoli: `(SELECT coalesce(jsonb_agg(nt.tavolo_id), '[]') FROM incontro_tavolo nt WHERE nt.ambito_id = x.ambito_id AND nt.incontro_id = x.incontro_id)`,
  state: 'x.stato',
  page: 'verbali',
  parts: [{ part: 'sezione_verbale', table: 'verbale_sezione', whole: 'verbale_id' }],
} as const satisfies Kind;
