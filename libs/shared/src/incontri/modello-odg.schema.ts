import * as z from 'zod';
import { riga } from '../kernel/fields.js';
import { type Reads, identifier } from '../kernel/view.js';
import { MASSIMO_PUNTI, PuntoInput } from './incontro.schema.js';

/** Of a punto what comes again at other incontri: never who spoke of it. */
const PuntoModello = PuntoInput.pick({ titolo: true, minuti: true });

export const MASSIMO_MODELLI = 50;

/** An ordine del giorno kept to be used again, at a tavolo or at all those of the ambito. */
export const ModelloOdgInput = z.strictObject({
  nome: riga(120, 'Scrivi come si chiama il modello.'),
  punti: z.array(PuntoModello).min(1, 'Serve almeno un punto.').max(MASSIMO_PUNTI, `Al massimo ${MASSIMO_PUNTI} punti.`),
});
export type ModelloOdgInput = z.infer<typeof ModelloOdgInput>;

export const modelloOdgView = z.strictObject({
  id: identifier,
  nome: z.string(),
  punti: z.array(PuntoModello),
  /** Of the whole ambito, and not of one tavolo. */
  diTutti: z.boolean(),
});
export type ModelloOdgView = Reads<typeof modelloOdgView>;
