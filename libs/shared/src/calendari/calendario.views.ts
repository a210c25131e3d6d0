import * as z from 'zod';
import { instant, type Reads } from '../kernel/view.js';

/** GET calendario: whether the own feed is on, and since when. Its address was shown once, when it was made. */
export const calendarioPrivatoView = z.strictObject({ attivo: z.boolean(), creatoAt: instant.nullable() });
export type CalendarioPrivatoView = Reads<typeof calendarioPrivatoView>;

/** POST calendario: path of the feed. It is told this once: only its hash is kept. */
export const indirizzoCalendarioView = z.strictObject({ percorso: z.string() });
export type IndirizzoCalendarioView = Reads<typeof indirizzoCalendarioView>;
