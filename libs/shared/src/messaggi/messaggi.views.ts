import * as z from 'zod';
import type { Reads } from '../kernel/view.js';

/** POST disiscrizione: which kind of mail comes no more. */
export const rinunciaView = z.strictObject({ tipo: z.string() });
export type RinunciaView = Reads<typeof rinunciaView>;
