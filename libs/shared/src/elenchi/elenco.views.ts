import * as z from 'zod';
import { VESTI } from '../enti/natura-giuridica.js';
import { identifier, instant, type Reads } from '../kernel/view.js';

/** One elenco degli ammessi, as it was approved. */
export const elencoAmmessiView = z.strictObject({
  id: identifier,
  /** 1 is the first of its avviso. */
  ordine: z.int(),
  determinaNumero: z.string(),
  /** Day, `YYYY-MM-DD`. */
  determinaData: z.string(),
  pubblicatoAt: instant,
  /** By tavolo, in the order of their codes. */
  tavoli: z.array(
    z.strictObject({ tavolo: z.string(), enti: z.array(z.strictObject({ denominazione: z.string(), veste: z.enum(VESTI) })) }),
  ),
  /** For the offices alone; null to everybody else. */
  nonAmmessi: z.array(z.strictObject({ denominazione: z.string(), tavolo: z.string(), motivazione: z.string().nullable() })).nullable(),
});
export type ElencoAmmessiView = Reads<typeof elencoAmmessiView>;

/** GET …/avvisi/:avviso/elenchi: those published, the first first; to the offices also what the next would hold. */
export const elenchiAmmessiView = z.strictObject({
  items: z.array(elencoAmmessiView),
  prossimo: z
    .strictObject({
      ammesse: z.int(),
      nonAmmesse: z.int(),
      /** Sent, and neither accepted nor refused yet. */
      daDecidere: z.int(),
      /** Accepted, where the ambito lets nobody sit before the elenco. */
      inAttesa: z.int(),
      /** The avviso is closed and there is something to put in it. */
      puoPubblicare: z.boolean(),
    })
    .nullable(),
});
export type ElenchiAmmessiView = Reads<typeof elenchiAmmessiView>;
