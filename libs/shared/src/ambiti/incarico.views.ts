import * as z from 'zod';
import { identifier, type Reads } from '../kernel/view.js';
import { ORIGINI_INCARICO, RUOLI_INCARICO } from '../permissions/ruoli.js';

/** A day, `YYYY-MM-DD`. */
const giorno = z.iso.date();
const atto = z.strictObject({ numero: z.string(), data: giorno });

export const incaricoView = z.strictObject({
  id: identifier,
  ruolo: z.enum(RUOLI_INCARICO),
  /** Empty of who was invited and has no account yet. */
  nome: z.string(),
  cognome: z.string(),
  email: z.string(),
  /** Whether it waits for who was invited: nobody holds it yet. */
  invitato: z.boolean(),
  tavolo: z.strictObject({ id: identifier, nome: z.string() }).nullable(),
  /** Of who writes the verbale of one incontro: which. */
  incontro: z.strictObject({ id: identifier, titolo: z.string() }).nullable(),
  /** Of who coordinates a tavolo: where it comes from, with the verbale that says so. */
  origine: z.enum(ORIGINI_INCARICO).nullable(),
  verbaleId: identifier.nullable(),
  dal: z.string(),
  /** When it ended; null: it runs, or is about to. */
  al: z.string().nullable(),
  atto: atto.nullable(),
  /** The last day, until it is renewed; null of one that has none. */
  scadeIl: giorno.nullable(),
  /** The comune, or another body, whose person it is. */
  comuneDi: z.string().nullable(),
  /** The acts by which it went on, the first first. */
  rinnovi: z.array(z.strictObject({ atto, scadevaIl: giorno, scadeIl: giorno, verifica: z.string() })),
});
export type IncaricoView = Reads<typeof incaricoView>;
