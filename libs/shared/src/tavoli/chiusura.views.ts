import * as z from 'zod';
import { identifier, instant, type Reads } from '../kernel/view.js';

const incontro = z.strictObject({ id: identifier, titolo: z.string(), inizioAt: instant });

/** GET …/tavoli/:tavolo/chiusura: what closing it would do, and what stands in its way. */
export const primaDiChiudereView = z.strictObject({
  nome: z.string(),
  /** These stop it: an incontro that goes on, answers that nobody has decided on. */
  inCorso: z.array(incontro),
  daDecidere: z.int(),
  /** Called and not held: they are called off, and who was called is told. */
  daAnnullare: z.array(incontro),
  /** Drafts of incontri: they are deleted, nobody knows of them. */
  bozze: z.int(),
  /** Enti with a seat; invitations that wait for an answer are withdrawn. */
  posti: z.array(z.string()),
  /** Its sottogruppi that are open: they close or go with it. */
  sottogruppi: z.array(z.string()),
  inviti: z.int(),
  /** Who follows it without a seat, or has asked to: they follow it no more. */
  osservatori: z.int(),
  /** Contributi without an answer; elaborati that are not approved, decadenze under way: they stay, to be finished. */
  contributi: z.int(),
  elaborati: z.int(),
  decadenze: z.int(),
});
export type PrimaDiChiudereView = Reads<typeof primaDiChiudereView>;
