import type { Seen } from '../../platform/procedura/kind.js';

export const PROPOSTA_KIND = {
  kind: 'proposta',
  table: 'proposta',
  alias: 'o',
  tavolo: 'x.tavolo_id',
  state: 'x.stato',
  seated: true,
  news: 'incontro',
} as const satisfies Seen;
