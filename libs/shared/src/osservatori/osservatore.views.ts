import * as z from 'zod';
import { identifier, instant, type Reads, version } from '../kernel/view.js';
import { AZIONI_OSSERVATORE, STATI_OSSERVATORE } from './osservatore.states.js';

/** A request to follow a tavolo, for who leads it. */
export const osservatoreView = z.strictObject({
  id: identifier,
  stato: z.enum(STATI_OSSERVATORE),
  persona: z.strictObject({ nome: z.string(), email: z.string() }),
  gruppo: z.string().nullable(),
  perche: z.string(),
  /** Why it was declined, or ended. */
  motivazione: z.string().nullable(),
  chiestoAt: instant,
  azioni: z.array(z.enum(AZIONI_OSSERVATORE)),
  version,
});
export type OsservatoreView = Reads<typeof osservatoreView>;

const richiesta = {
  stato: z.enum(STATI_OSSERVATORE),
  gruppo: z.string().nullable(),
  perche: z.string(),
  motivazione: z.string().nullable(),
  chiestoAt: instant,
} as const;

/** A request of the reader, in the list of all of theirs. */
export const osservatoreMiaView = z.strictObject({
  id: identifier,
  tavolo: z.strictObject({ slug: z.string(), nome: z.string() }),
  ...richiesta,
});
export type OsservatoreMiaView = Reads<typeof osservatoreMiaView>;

/** For who asks: whether the tavolo admits anybody, and what became of their latest request. */
export const osservatoreMioView = z.strictObject({
  ammette: z.boolean(),
  richiesta: z.strictObject(richiesta).nullable(),
});
export type OsservatoreMioView = Reads<typeof osservatoreMioView>;
