import * as z from 'zod';
import type { Reads } from '../kernel/view.js';

/** A comune by name, as lists and filters show it. */
export const comuneBreveView = z.strictObject({
  istat: z.string(),
  nome: z.string(),
});
export type ComuneBreve = Reads<typeof comuneBreveView>;
