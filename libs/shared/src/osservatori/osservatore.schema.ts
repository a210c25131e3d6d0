import * as z from 'zod';
import { brano, facoltativo, riga } from '../kernel/fields.js';

/** Who asks to follow a tavolo, and why; `gruppo`: of an informal group, for which they ask. */
export const OsservatoreInput = z.strictObject({
  gruppo: facoltativo(riga(160)),
  perche: brano(1000, 'Scrivi perché vuoi seguire il tavolo.').min(10, 'Scrivi almeno una frase.'),
  maggiorenne: z.literal(true, 'Per seguire un tavolo servono almeno 18 anni: conferma che li hai.'),
});
export type OsservatoreInput = z.infer<typeof OsservatoreInput>;
