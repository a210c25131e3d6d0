import type { Kind } from '../platform/procedura/kind.js';

export const ENTE_KIND = { kind: 'ente', table: 'ente', ente: 'x.id', state: 'x.stato' } as const satisfies Kind;
