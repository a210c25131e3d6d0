import * as z from 'zod';
import { NATURE_GIURIDICHE } from '../enti/natura-giuridica.js';
import { identifier, instant, type Reads, version } from '../kernel/view.js';
import { DichiarazioneAvviso, Requisito } from './avviso-atto.schema.js';
import { CAMPI_RETTIFICABILI } from './rettifica.schema.js';
import { VINCOLI_TAVOLI } from './tavoli-per-ente.js';
import { AZIONI_AVVISO, STATI_AVVISO } from './avviso.states.js';

export const avvisoRigaView = z.strictObject({
  id: identifier,
  titolo: z.string(),
  stato: z.enum(STATI_AVVISO),
  /** RFC 3339 instants. */
  apreAt: instant,
  chiudeAt: instant,
  numeroTavoli: z.int(),
});
export type AvvisoRigaView = Reads<typeof avvisoRigaView>;

export const avvisoView = avvisoRigaView.omit({ numeroTavoli: true }).extend({
  testo: z.string(),
  tavoli: z.array(z.strictObject({ id: identifier, slug: z.string(), codice: z.string(), nome: z.string() })),
  postiTitolari: z.int(),
  postiSupplenti: z.int(),
  natureAmmesse: z.array(z.enum(NATURE_GIURIDICHE)),
  ammetteTardive: z.boolean(),
  determinaNumero: z.string().nullable(),
  /** Day, `YYYY-MM-DD`. */
  determinaData: z.string().nullable(),
  responsabileNome: z.string().nullable(),
  responsabileUfficio: z.string().nullable(),
  responsabileTelefono: z.string().nullable(),
  responsabileEmail: z.string().nullable(),
  requisiti: z.array(Requisito),
  dichiarazioni: z.array(DichiarazioneAvviso),
  natureIstituzionali: z.array(z.enum(NATURE_GIURIDICHE)),
  natureOsservatrici: z.array(z.enum(NATURE_GIURIDICHE)),
  tavoliVincolo: z.enum(VINCOLI_TAVOLI),
  tavoliMassimi: z.int(),
  pubblicatoAt: instant.nullable(),
  motivazione: z.string().nullable(),
  proroghe: z.array(z.strictObject({ da: z.string(), a: z.string(), motivazione: z.string(), at: instant })),
  /** Questions that were asked and answered since, by number. */
  chiarimenti: z.array(z.strictObject({ numero: z.int(), domanda: z.string(), risposta: z.string(), pubblicatoAt: instant })),
  /** What was changed since, before and after, in words. */
  rettifiche: z.array(
    z.strictObject({
      numero: z.int(),
      cambi: z.array(z.strictObject({ campo: z.enum(CAMPI_RETTIFICABILI), prima: z.string(), dopo: z.string() })),
      motivazione: z.string(),
      at: instant,
    }),
  ),
  files: z.array(z.strictObject({ id: identifier, nome: z.string(), bytes: z.int() })),
  /** What the caller may do now; empty for the public. */
  azioni: z.array(z.enum(AZIONI_AVVISO)),
  puoModificare: z.boolean(),
  puoChiarire: z.boolean(),
  /** While it is open. */
  puoRettificare: z.boolean(),
  version,
});
export type AvvisoView = Reads<typeof avvisoView>;
