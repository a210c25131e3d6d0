import * as z from 'zod';
import type { EsitoPreavviso, Preavviso } from './incontro.rules.js';
import type { Quorum } from './quorum.rules.js';

export const quorumView = z.strictObject({
  /** Seats that count: called, in a capacity that makes the number. */
  posti: z.int(),
  /** Of those, filled by the titolare or the supplente. */
  presenti: z.int(),
  /** How many must be filled; 0 where the tavolo asks for no quorum. */
  richiesti: z.int(),
  raggiunto: z.boolean(),
}) satisfies z.ZodType<Quorum>;

export const esitoPreavvisoView = z.enum(['ok', 'serve_urgenza', 'troppo_tardi', 'passato']) satisfies z.ZodType<EsitoPreavviso>;

export const preavvisoView = z.strictObject({
  /** Giorni liberi between today and the incontro. */
  giorni: z.int(),
  richiesti: z.int(),
  minimo: z.int(),
  esito: esitoPreavvisoView,
}) satisfies z.ZodType<Preavviso>;
