import type { Kind } from '../platform/procedura/kind.js';

/** A number that an office gave; read with the thing it is of. */
export const PROTOCOLLO_KIND = { kind: 'protocollo', table: 'protocollo_esterno', seenBy: 'protocollo.scrivi' } as const satisfies Kind;
