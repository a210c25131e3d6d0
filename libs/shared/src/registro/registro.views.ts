import * as z from 'zod';
import { identifier, instant, type Reads } from '../kernel/view.js';

/** What was recorded beside act, person and reason: a field, how it was, how it is. Both null: its words changed, and stand with the thing. */
export const dettaglioAttoView = z.strictObject({ campo: z.string(), prima: z.string().nullable(), dopo: z.string().nullable() });
export type DettaglioAttoView = Reads<typeof dettaglioAttoView>;

/** One act of the register. `impronta` is its hash, 64 hexadecimal digits, which the next act builds on. */
export const attoRegistroView = z.strictObject({
  numero: z.int(),
  at: instant,
  azione: z.string(),
  oggettoTipo: z.string(),
  oggettoId: identifier,
  /** How the thing is called by who reads, and its page within the ambito; null: it is gone, or has no name, or is not theirs to see. */
  oggetto: z.strictObject({ titolo: z.string(), riferimento: z.string(), pagina: z.string().nullable() }).nullable(),
  attore: z.string(),
  /** Id of the account of who acted; null: the portal itself, or who holds a mailed link. */
  attoreId: identifier.nullable(),
  motivazione: z.string().nullable(),
  dettagli: z.array(dettaglioAttoView),
  impronta: z.string(),
});
export type AttoRegistroView = Reads<typeof attoRegistroView>;
