import * as z from 'zod';

/** Closes one's own account. `password` is asked where the account has one. */
export const ChiusuraAccountInput = z.strictObject({ password: z.string().max(200).optional() });
export type ChiusuraAccountInput = z.infer<typeof ChiusuraAccountInput>;
