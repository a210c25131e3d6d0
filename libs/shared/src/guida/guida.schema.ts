import * as z from 'zod';

/** What a section of the guide is looked for by. */
export const GuidaQuery = z.strictObject({
  q: z.string().trim().min(2, 'Scrivi almeno due lettere.').max(100, 'Scrivi al massimo 100 caratteri.'),
});
export type GuidaQuery = z.infer<typeof GuidaQuery>;
