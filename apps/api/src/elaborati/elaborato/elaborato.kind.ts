import type { Kind } from '../../platform/procedura/kind.js';

export const ELABORATO_KIND = {
  kind: 'elaborato',
  table: 'elaborato',
  tavolo: 'x.tavolo_id',
  tavoli: 'jsonb_build_array(x.tavolo_id)',
  state: 'x.stato',
} as const satisfies Kind;
