import type { Kind } from '../platform/procedura/kind.js';

export const TAVOLO_KIND = { kind: 'tavolo', table: 'tavolo', tavolo: 'x.id', address: 'slug' } as const satisfies Kind;
