import * as z from 'zod';
import { identifier, type Reads } from '../kernel/view.js';
import { RUOLI_INCARICO } from '../permissions/ruoli.js';

export const incaricoView = z.strictObject({
  id: identifier,
  ruolo: z.enum(RUOLI_INCARICO),
  nome: z.string(),
  cognome: z.string(),
  email: z.string(),
  tavolo: z.strictObject({ id: identifier, nome: z.string() }).nullable(),
  dal: z.string(),
});
export type IncaricoView = Reads<typeof incaricoView>;
