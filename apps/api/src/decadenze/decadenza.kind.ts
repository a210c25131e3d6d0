import type { Seen } from '../platform/procedura/kind.js';

export const DECADENZA_KIND = {
  kind: 'decadenza',
  table: 'decadenza',
  alias: 'k',
  tavolo: 'x.tavolo_id',
  ente: 'x.ente_id',
  state: 'x.stato',
} as const satisfies Seen;
