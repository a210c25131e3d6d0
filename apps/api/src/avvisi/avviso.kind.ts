import type { Seen } from '../platform/procedura/kind.js';

export const AVVISO_KIND = { kind: 'avviso', table: 'avviso', alias: 'v', state: 'x.stato', page: 'avvisi' } as const satisfies Seen;
