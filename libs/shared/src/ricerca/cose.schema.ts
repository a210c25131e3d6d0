import * as z from 'zod';
import { identifier, instant, type Reads } from '../kernel/view.js';

/** As many things of one kind as are told at once: the list of that kind has them all. */
export const COSE_PER_TIPO = 4;

/** Words of what a thing is called. */
export const CoseQuery = z.strictObject({
  q: z.string().trim().min(2, 'Scrivi almeno due lettere.').max(100, 'Scrivi al massimo 100 caratteri.'),
});
export type CoseQuery = z.infer<typeof CoseQuery>;

export const cosaView = z.strictObject({
  /** The kind of thing: `incontro`, `ente`, `verbale`. */
  tipo: z.string(),
  id: identifier,
  titolo: z.string(),
  /** What kind of thing it is, with its code, number or day: «Incontro del 03/03/2026». */
  riferimento: z.string(),
  /** Path of its page, below the ambito: `area/incontri/<id>`. */
  percorso: z.string(),
  quando: instant.nullable(),
});
export type CosaView = Reads<typeof cosaView>;

export const coseView = z.strictObject({ items: z.array(cosaView) });
export type CoseView = Reads<typeof coseView>;
