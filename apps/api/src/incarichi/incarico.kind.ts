import type { Kind } from '../platform/procedura/kind.js';

export const INCARICO_KIND = {
  kind: 'incarico',
  table: 'incarico',
  tavolo: 'x.tavolo_id',
  unversioned: true,
  seenBy: 'incarico.elenca',
} as const satisfies Kind;
