import * as z from 'zod';
import { conteggiView } from '../kernel/tabella.js';
import { fingerprint, firmatari, identifier, instant, type Reads, version } from '../kernel/view.js';
import { EnteDatiInput, FILTRI_ENTI } from './ente.schema.js';
import { AZIONI_ENTE, STATI_ENTE } from './ente.states.js';
import { NATURE_GIURIDICHE } from './natura-giuridica.js';

export const enteRigaView = z.strictObject({
  id: identifier,
  denominazione: z.string(),
  naturaGiuridica: z.enum(NATURE_GIURIDICHE),
  codiceFiscale: z.string(),
  comune: z.string(),
  stato: z.enum(STATI_ENTE),
  creatoAt: instant,
  /** How many other registrations have the same codice fiscale; always 0 but for the offices. */
  altreRegistrazioni: z.int(),
  /** Whether its statute is uploaded. */
  conStatuto: z.boolean(),
  azioni: z.array(z.enum(AZIONI_ENTE)),
  version,
});
export type EnteRigaView = Reads<typeof enteRigaView>;

export const entiConteggiView = conteggiView(FILTRI_ENTI);

export const altraRegistrazioneView = z.strictObject({
  id: identifier,
  denominazione: z.string(),
  stato: z.enum(STATI_ENTE),
  creatoAt: instant,
});
export type AltraRegistrazioneView = Reads<typeof altraRegistrazioneView>;

export const operatoreView = z.strictObject({
  id: identifier,
  nome: z.string(),
  cognome: z.string(),
  email: z.string(),
  dal: z.string(),
  seStesso: z.boolean(),
});
export type OperatoreView = Reads<typeof operatoreView>;

export const invitoOperatoreView = z.strictObject({
  id: identifier,
  email: z.string(),
  scadeAt: instant,
});
export type InvitoOperatoreView = Reads<typeof invitoOperatoreView>;

export const richiestaIngressoView = z.strictObject({
  id: identifier,
  nome: z.string(),
  cognome: z.string(),
  email: z.string(),
  messaggio: z.string(),
  creataAt: instant,
});
export type RichiestaIngressoView = Reads<typeof richiestaIngressoView>;

/** One act, as the history of a thing shows it; `id` is its number in the registro of the ambito. */
export const storiaView = z.strictObject({
  id: z.int(),
  azione: z.string(),
  at: instant,
  attore: z.string(),
  motivazione: z.string().nullable(),
});
export type StoriaView = Reads<typeof storiaView>;

/** One ente as its operatori and the offices see it. */
export const enteView = z.strictObject({
  ...EnteDatiInput.shape,
  /** Empty where the office wrote the ente down by itself. */
  sedeLegale: z.strictObject({ indirizzo: z.string(), cap: z.string(), comune: z.string(), provincia: z.string() }),
  telefono: z.string(),
  /** As it was written, whatever is asked of a new one. */
  codiceFiscale: z.string(),
  partitaIva: z.string().nullable(),
  legaleRappresentante: z.strictObject({ nome: z.string(), cognome: z.string(), codiceFiscale: z.string() }),
  id: identifier,
  stato: z.enum(STATI_ENTE),
  motivazione: z.string().nullable(),
  statuto: z.strictObject({ nome: z.string(), bytes: z.int(), sha256: fingerprint, firmatari }).nullable(),
  operatori: z.array(operatoreView),
  inviti: z.array(invitoOperatoreView),
  richieste: z.array(richiestaIngressoView),
  storia: z.array(storiaView),
  /** Other registrations with the same codice fiscale, the first to come first; always empty but for the offices. */
  altreRegistrazioni: z.array(altraRegistrazioneView),
  azioni: z.array(z.enum(AZIONI_ENTE)),
  puoModificare: z.boolean(),
  /** Of who verifies: the enti that wait before and after this one, in the order in which they came; null for others. */
  coda: z.strictObject({ precedente: identifier.nullable(), successivo: identifier.nullable() }).nullable(),
  /** What it was verified by. */
  puoCorreggereIdentita: z.boolean(),
  version,
});
export type EnteView = Reads<typeof enteView>;

/** What the holder of a mailed invitation reads before accepting it. */
export const invitoView = z.strictObject({
  ente: z.strictObject({ id: identifier, denominazione: z.string() }),
  ambito: z.strictObject({ slug: z.string(), nome: z.string() }),
  email: z.string(),
  scadeAt: instant,
});
export type InvitoView = Reads<typeof invitoView>;

/** The request was received: whether there is such an ente is not told. */
export const richiestaRicevutaView = z.strictObject({ ricevuta: z.literal(true) });
export type RichiestaRicevutaView = Reads<typeof richiestaRicevutaView>;
