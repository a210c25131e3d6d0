import * as z from 'zod';
import type { Reads } from '../kernel/view.js';

/** What one follows, or followed until now. */
export const cosaSeguitaView = z.strictObject({ titolo: z.string() });
export type CosaSeguitaView = Reads<typeof cosaSeguitaView>;
