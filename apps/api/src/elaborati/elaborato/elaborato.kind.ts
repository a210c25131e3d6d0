import type { Kind } from '../../platform/procedura/kind.js';

export const ELABORATO_KIND = {
  kind: 'elaborato',
  table: 'elaborato',
  tavolo: 'x.tavolo_id',
  tavoli: 'jsonb_build_array(x.tavolo_id)',
  state: 'x.stato',
  page: 'elaborati',
  parts: [{ part: 'parte_elaborato', table: 'elaborato_sezione', whole: 'elaborato_id' }],
} as const satisfies Kind;
