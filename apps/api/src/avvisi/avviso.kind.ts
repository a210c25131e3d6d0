import type { Kind } from '../platform/procedura/kind.js';

export const AVVISO_KIND = { kind: 'avviso', table: 'avviso', state: 'x.stato', page: 'avvisi' } as const satisfies Kind;
