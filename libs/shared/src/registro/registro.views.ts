import * as z from 'zod';
import { identifier, instant, type Reads } from '../kernel/view.js';

/** One act of the register. `impronta` is its hash, 64 hexadecimal digits, which the next act builds on. */
export const attoRegistroView = z.strictObject({
  numero: z.int(),
  at: instant,
  azione: z.string(),
  oggettoTipo: z.string(),
  oggettoId: identifier,
  attore: z.string(),
  motivazione: z.string().nullable(),
  impronta: z.string(),
});
export type AttoRegistroView = Reads<typeof attoRegistroView>;
