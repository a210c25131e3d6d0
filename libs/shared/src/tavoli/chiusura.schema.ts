import * as z from 'zod';
import { motivazione, riga } from '../kernel/fields.js';
import { riferimento } from '../permissions/riferimenti.js';

/** The act by which a tavolo ends. `il`: the first day on which it is closed, `YYYY-MM-DD`, not to come. */
export const ChiusuraInput = z.strictObject({
  atto: z.strictObject({
    tipo: riga(80, 'Scrivi che atto è, per esempio determina.'),
    numero: riga(40, 'Scrivi il numero dell’atto.'),
    data: z.iso.date('Scegli la data dell’atto.').max(10),
  }),
  il: z.iso.date('Scegli da quando il tavolo è chiuso.').max(10),
  /** The tavolo that goes on with its seats and its open contributi; null: it ends, and its seats with it. */
  confluisceIn: riferimento('tavolo', 'tavolo.chiudi').nullable(),
  motivazione,
});
export type ChiusuraInput = z.infer<typeof ChiusuraInput>;
