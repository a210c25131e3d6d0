import type { Seen } from '../platform/procedura/kind.js';

export const OSSERVATORE_KIND = {
  kind: 'osservatore',
  table: 'osservatore',
  alias: 'o',
  tavolo: 'x.tavolo_id',
  state: 'x.stato',
  news: 'designazione',
} as const satisfies Seen;
