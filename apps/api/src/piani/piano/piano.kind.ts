import type { Seen } from '../../platform/procedura/kind.js';

export const PIANO_KIND = {
  kind: 'piano',
  table: 'piano_di_zona',
  alias: 'p',
  state: 'x.stato',
  parts: [{ part: 'allegato', table: 'allegato', whole: 'piano_id' }],
} as const satisfies Seen;

/** What changes an open Piano. */
export const APERTO = { from: ['in_preparazione'], refusal: 'piano.chiuso' } as const;
/** And holds whatever was seen of it. */
export const APERTO_COMUNQUE = { ...APERTO, seen: 'any' } as const;
