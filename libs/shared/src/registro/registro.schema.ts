import * as z from 'zod';
import { identificativoProprio, riferimento } from '../permissions/riferimenti.js';

/** What may be asked of the register; whatever is left out narrows nothing. Days are `YYYY-MM-DD` in Rome, both included. */
export const RegistroFiltri = z.strictObject({
  /** Kind of the thing that the act is of. */
  tipo: z
    .string()
    .max(40)
    .regex(/^[a-z_]{1,40}$/)
    .optional(),
  azione: z
    .string()
    .max(60)
    .regex(/^[a-z_]{1,30}\.[a-z_]{1,29}$/)
    .optional(),
  /** Who acted. */
  persona: identificativoProprio('whoever reads the register reads who acted; an account that is gone names nobody').optional(),
  /** The thing that the act is of. */
  oggetto: identificativoProprio('whoever reads the register reads all of its acts; a thing that is gone has some too').optional(),
  /** All that concerns one of these: its own acts, and those of what is part of it. */
  ente: riferimento('ente', 'registro.vedi').optional(),
  tavolo: riferimento('tavolo', 'registro.vedi').optional(),
  incontro: riferimento('incontro', 'registro.vedi').optional(),
  dal: z.iso.date('Scrivi un giorno.').optional(),
  al: z.iso.date('Scrivi un giorno.').optional(),
  /** Words of who acted, of the reason, of what was recorded; each may be only the beginning of a word. */
  q: z.string().max(100, 'Al massimo 100 caratteri.').optional(),
});
export type RegistroFiltri = z.infer<typeof RegistroFiltri>;

/** Page of the register: the cursor is a number of act. */
export const RegistroQuery = RegistroFiltri.extend({
  cursor: z
    .string()
    .max(15)
    .regex(/^\d{1,15}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type RegistroQuery = z.infer<typeof RegistroQuery>;
