import * as z from 'zod';
import { identifier, type Reads } from '../kernel/view.js';
import { ORIGINI_INCARICO, RUOLI_INCARICO } from '../permissions/ruoli.js';

export const incaricoView = z.strictObject({
  id: identifier,
  ruolo: z.enum(RUOLI_INCARICO),
  nome: z.string(),
  cognome: z.string(),
  email: z.string(),
  tavolo: z.strictObject({ id: identifier, nome: z.string() }).nullable(),
  /** Of who writes the verbale of one incontro: which. */
  incontro: z.strictObject({ id: identifier, titolo: z.string() }).nullable(),
  /** Of who coordinates a tavolo: where it comes from, with the verbale that says so. */
  origine: z.enum(ORIGINI_INCARICO).nullable(),
  verbaleId: identifier.nullable(),
  dal: z.string(),
});
export type IncaricoView = Reads<typeof incaricoView>;
