import type { Kind } from '../platform/procedura/kind.js';

/** Found by its slug alone (`places.ts`): every other place stands in one. */
export const AMBITO_KIND = {
  kind: 'ambito',
  table: 'ambito',
  unversioned: true,
  seenBy: 'ambito.vedi',
  address: 'slug',
  page: '',
  parts: [{ part: 'area', table: 'area_tematica', whole: 'ambito_id' }],
} as const satisfies Kind;
