import type { Seen } from '../platform/procedura/kind.js';

/** The import of a file: what it would do, what it did. */
export const CARICAMENTO_KIND = { kind: 'caricamento', table: 'caricamento', alias: 'k', state: 'x.stato' } as const satisfies Seen;
