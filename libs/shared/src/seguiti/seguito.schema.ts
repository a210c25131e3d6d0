import * as z from 'zod';
import { indirizzoEmail } from '../kernel/fields.js';

/** What can be followed by mail: news of a contributo, verbali of a tavolo. */
export const TIPI_SEGUITO = ['contributo', 'tavolo'] as const;
export type TipoSeguito = (typeof TIPI_SEGUITO)[number];

/** Asks for news at an address. `sito` stays empty: nobody sees it. */
export const SeguitoInput = z.strictObject({ email: indirizzoEmail, sito: z.string().max(500).default('') });
export type SeguitoInput = z.infer<typeof SeguitoInput>;
