import * as z from 'zod';
import { identifier, instant, type Reads, version } from '../kernel/view.js';
import { AZIONI_SEGNALAZIONE, STATI_SEGNALAZIONE } from './segnalazione.states.js';

/** That it has arrived: whoever sent it is told no more, whatever became of it. */
export const segnalazioneRicevutaView = z.strictObject({ ricevuta: z.literal(true) });
export type SegnalazioneRicevutaView = Reads<typeof segnalazioneRicevutaView>;

/** What somebody found wrong, for the office. */
export const segnalazioneView = z.strictObject({
  id: identifier,
  stato: z.enum(STATI_SEGNALAZIONE),
  testo: z.string(),
  /** Path of the page. */
  pagina: z.string(),
  /** Where an answer is wanted; null: none is, or it was long ago. */
  email: z.string().nullable(),
  /** What the office did about it. */
  motivazione: z.string().nullable(),
  creataAt: instant,
  risoltaAt: instant.nullable(),
  azioni: z.array(z.enum(AZIONI_SEGNALAZIONE)),
  version,
});
export type SegnalazioneView = Reads<typeof segnalazioneView>;
