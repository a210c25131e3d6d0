import type { Seen } from '../platform/procedura/kind.js';

export const SEGNALAZIONE_KIND = {
  kind: 'segnalazione',
  table: 'segnalazione',
  alias: 's',
  state: 'x.stato',
} as const satisfies Seen;
