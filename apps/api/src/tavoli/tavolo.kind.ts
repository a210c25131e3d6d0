import type { Kind } from '../platform/procedura/kind.js';

export const TAVOLO_KIND = {
  kind: 'tavolo',
  table: 'tavolo',
  tavolo: 'x.id',
  address: 'slug',
  page: 'tavoli',
  parts: [{ part: 'membro', table: 'mandato', whole: 'tavolo_id', id: 'rappresentante_id', only: 'al IS NULL' }],
} as const satisfies Kind;
