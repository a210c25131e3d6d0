import * as z from 'zod';

/** Page of the register: the cursor is a number of act. */
export const RegistroQuery = z.strictObject({
  cursor: z
    .string()
    .max(15)
    .regex(/^\d{1,15}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type RegistroQuery = z.infer<typeof RegistroQuery>;
