import type { Kind } from '../platform/procedura/kind.js';

export const DESIGNAZIONE_KIND = {
  kind: 'designazione',
  table: 'designazione',
  tavolo: 'x.tavolo_id',
  ente: 'x.ente_id',
  state: 'x.stato',
} as const satisfies Kind;
