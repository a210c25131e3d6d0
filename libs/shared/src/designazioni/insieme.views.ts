import * as z from 'zod';
import { DichiarazioneAvviso } from '../avvisi/avviso-atto.schema.js';
import { VINCOLI_TAVOLI } from '../avvisi/tavoli-per-ente.js';
import { VESTI } from '../enti/natura-giuridica.js';
import { numeroDiRegistroView } from '../kernel/numero-di-registro.js';
import { identifier, instant, type Reads } from '../kernel/view.js';
import { STATI_DESIGNAZIONE } from './designazione.states.js';

/** An avviso that an ente may answer now, with its tavoli that go on. */
export const avvisoAllEnteView = z.strictObject({
  id: identifier,
  titolo: z.string(),
  chiudeAt: instant,
  /** It has closed: who is accepted sits as consultivo. */
  tardiva: z.boolean(),
  posti: z.strictObject({ titolari: z.int(), supplenti: z.int() }),
  dichiarazioni: z.array(DichiarazioneAvviso),
  tavoliVincolo: z.enum(VINCOLI_TAVOLI),
  tavoliMassimi: z.int(),
  /** For how many of its tavoli the ente has answered already. */
  altri: z.int(),
  tavoli: z.array(
    z.strictObject({
      id: identifier,
      codice: z.string(),
      nome: z.string(),
      /** What the ente has there already, by which it cannot answer again. */
      gia: z.strictObject({ id: identifier, stato: z.enum(STATI_DESIGNAZIONE) }).nullable(),
    }),
  ),
});
export type AvvisoAllEnteView = Reads<typeof avvisoAllEnteView>;

/** One of the designazioni that were sent together. */
export const designazioneInviataView = z.strictObject({
  id: identifier,
  tavolo: z.strictObject({ id: identifier, nome: z.string() }),
  veste: z.enum(VESTI),
  numeroDiRegistro: numeroDiRegistroView,
});
export type DesignazioneInviataView = Reads<typeof designazioneInviataView>;
