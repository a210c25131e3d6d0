import * as z from 'zod';
import { NuovoTavoloInput } from '../ambiti/ambito.schema.js';

/** What may change of a tavolo: never its code, which acts already name. */
export const TavoloInput = NuovoTavoloInput.omit({ codice: true });
export type TavoloInput = z.infer<typeof TavoloInput>;
