import type { Kind } from '../platform/procedura/kind.js';

/** An ente as everybody reads of it: where it sits, and nothing of what only itself and the offices know (`ENTE_KIND`). */
export const COMPONENTE_KIND = {
  kind: 'componente',
  table: 'ente',
  seenBy: 'componente.vedi',
  unversioned: true,
  page: 'enti',
} as const satisfies Kind;
