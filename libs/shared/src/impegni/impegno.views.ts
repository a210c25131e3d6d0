import * as z from 'zod';
import { identifier, instant, type Reads } from '../kernel/view.js';
import { STATI_IMPEGNO } from './impegno.schema.js';

/** What somebody took on at an incontro: from the verbale, once it is approved. */
export const impegnoView = z.strictObject({
  id: identifier,
  testo: z.string(),
  chi: z.string(),
  /** A day in Rome, `YYYY-MM-DD`; null: no date was set. */
  entro: z.string().nullable(),
  stato: z.enum(STATI_IMPEGNO),
  /** Open, and its day is past. */
  scaduto: z.boolean(),
  /** Why it was called off. */
  motivazione: z.string().nullable(),
  verbaleId: identifier,
  incontro: z.strictObject({ titolo: z.string(), inizioAt: instant }),
});
export type ImpegnoView = Reads<typeof impegnoView>;

/** GET tavoli/:tavolo/impegni — open ones first, by their day; then the latest closed. `puoAggiornare`: whether the reader may say where they stand. */
export const impegniView = z.strictObject({
  items: z.array(impegnoView),
  puoAggiornare: z.boolean(),
});
export type ImpegniView = Reads<typeof impegniView>;

/** GET tavoli/:tavolo/incontri/punti-proposti — what the next ordine del giorno begins with. */
export const puntiPropostiView = z.strictObject({
  punti: z.array(z.string()),
  /** Punti that who sits there proposed, and that were kept for the next incontro. */
  proposte: z.array(z.strictObject({ id: identifier, titolo: z.string(), minuti: z.number().nullable() })),
});
export type PuntiPropostiView = Reads<typeof puntiPropostiView>;
