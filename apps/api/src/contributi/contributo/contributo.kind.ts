import type { Kind } from '../../platform/procedura/kind.js';

export const CONTRIBUTO_KIND = { kind: 'contributo', table: 'contributo', tavolo: 'x.tavolo_id', state: 'x.stato' } as const satisfies Kind;
