import type { Kind } from '../../platform/procedura/kind.js';

export const INCONTRO_KIND = {
  kind: 'incontro',
  table: 'incontro',
  tavolo: 'x.tavolo_id',
  tavoli: `(SELECT coalesce(jsonb_agg(nt.tavolo_id), '[]') FROM incontro_tavolo nt WHERE nt.ambito_id = x.ambito_id AND nt.incontro_id = x.id)`,
  state: 'x.stato',
  page: 'incontri',
  parts: [
    { part: 'punto', table: 'incontro_punto', whole: 'incontro_id' },
    { part: 'posto', table: 'presenza', whole: 'incontro_id' },
    { part: 'invitato', table: 'invitato', whole: 'incontro_id' },
  ],
} as const satisfies Kind;
