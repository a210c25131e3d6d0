import * as z from 'zod';

/** Closes one's own account. `password` is asked where the account has one. */
export const ChiusuraAccountInput = z.strictObject({ password: z.string().max(200).optional() });
export type ChiusuraAccountInput = z.infer<typeof ChiusuraAccountInput>;

/** GET account/chiusura — what closing the account would do, in words for who asks. */
export interface PianoChiusuraView {
  /** What has to end first; empty: it can be closed now. */
  readonly impedimenti: readonly string[];
  readonly cancella: readonly string[];
  /** What stays, each with the reason. */
  readonly conserva: readonly string[];
  readonly conPassword: boolean;
}
