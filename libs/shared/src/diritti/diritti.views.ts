import * as z from 'zod';
import type { Reads } from '../kernel/view.js';

/** GET account/chiusura — what closing the account would do, in words for who asks. */
export const pianoChiusuraView = z.strictObject({
  /** What has to end first; empty: it can be closed now. */
  impedimenti: z.array(z.string()),
  cancella: z.array(z.string()),
  /** What stays, each with the reason. */
  conserva: z.array(z.string()),
  conPassword: z.boolean(),
});
export type PianoChiusuraView = Reads<typeof pianoChiusuraView>;
