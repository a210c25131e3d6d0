import * as z from 'zod';
import { storiaView } from '../enti/ente.views.js';
import { numeroDiRegistroView } from '../kernel/numero-di-registro.js';
import { fingerprint, firmatari, identifier, instant, type Reads, version } from '../kernel/view.js';
import { MODI_FIRMA, RisorsaInput, TIPI_FIRMATARIO, TIPI_OSSERVANTE } from './accordo.schema.js';
import { AZIONI_ADESIONE, STATI_ADESIONE } from './adesione.states.js';
import { AttoAtteso, DIREZIONI_ATTO, TIPI_ATTO } from './atto.schema.js';
import { AZIONI_FASE, STATI_FASE } from './fase.states.js';
import { AZIONI_FIRMA, STATI_FIRMA } from './firma.states.js';
import { ORGANI } from './organi.js';
import { AZIONI_OSSERVAZIONE, STATI_OSSERVAZIONE } from './osservazione.states.js';

/** A stored file: its size in bytes, and its SHA-256 in hexadecimal. */
export const fileIterView = z.strictObject({
  nome: z.string(),
  bytes: z.int(),
  sha256: fingerprint,
  firmatari,
});
export type FileTenuto = Omit<FileIterView, 'firmatari'>;
export type FileIterView = Reads<typeof fileIterView>;

export const attoView = z.strictObject({
  id: identifier,
  direzione: z.enum(DIREZIONI_ATTO),
  tipo: z.enum(TIPI_ATTO),
  titolo: z.string(),
  numero: z.string().nullable(),
  /** Day, `YYYY-MM-DD`. */
  data: z.string().nullable(),
  albo: z.string().nullable(),
  pubblico: z.boolean(),
  file: fileIterView.nullable(),
  version,
});
export type AttoView = Reads<typeof attoView>;

/** What everybody reads of a phase; days are `YYYY-MM-DD` in Rome. */
export const fasePubblicaView = z.strictObject({
  id: identifier,
  titolo: z.string(),
  /** The body in charge, in the words of the ambito. */
  organo: z.string(),
  descrizione: z.string(),
  stato: z.enum(STATI_FASE),
  previstaDal: z.string().nullable(),
  previstaAl: z.string().nullable(),
  iniziataIl: z.string().nullable(),
  conclusaIl: z.string().nullable(),
  /** Why it was skipped; null otherwise. */
  motivoSaltata: z.string().nullable(),
  atti: z.array(attoView.omit({ pubblico: true, version: true })),
});
export type FasePubblicaView = Reads<typeof fasePubblicaView>;

export const firmatarioPubblicoView = z.strictObject({
  id: identifier,
  tipo: z.enum(TIPI_FIRMATARIO),
  ente: z.string(),
  carica: z.string(),
  stato: z.enum(STATI_FIRMA),
  modo: z.enum(MODI_FIRMA).nullable(),
  data: z.string().nullable(),
  atto: z.string().nullable(),
});
export type FirmatarioPubblicoView = Reads<typeof firmatarioPubblicoView>;

export const adesionePubblicaView = z.strictObject({
  id: identifier,
  ente: z.string(),
  impegno: z.string(),
  risorse: z.array(RisorsaInput),
  /** Of all that has a price, in cents of euro. */
  totale: z.int(),
});
export type AdesionePubblicaView = Reads<typeof adesionePubblicaView>;

export const osservazionePubblicaView = z.strictObject({
  id: identifier,
  tipo: z.enum(TIPI_OSSERVANTE),
  da: z.string(),
  ricevutaIl: z.string(),
  testo: z.string(),
  stato: z.enum(STATI_OSSERVAZIONE),
  risposta: z.string().nullable(),
});
export type OsservazionePubblicaView = Reads<typeof osservazionePubblicaView>;

/** GET /iter: the public page. `fasi` empty: the iter was not opened yet. */
export const iterPubblicoView = z.strictObject({
  piano: z.strictObject({ titolo: z.string(), dal: z.int(), al: z.int() }).nullable(),
  scadenza: z.string().nullable(),
  fasi: z.array(fasePubblicaView),
  firmatari: z.array(firmatarioPubblicoView),
  adesioni: z.array(adesionePubblicaView),
  osservazioni: z.array(osservazionePubblicaView),
});
export type IterPubblicoView = Reads<typeof iterPubblicoView>;

export const faseView = fasePubblicaView.omit({ atti: true, organo: true }).extend({
  organo: z.enum(ORGANI),
  organoNome: z.string().nullable(),
  /** As shown: see `nomeOrgano`. */
  organoMostrato: z.string(),
  note: z.string(),
  responsabile: z.string().nullable(),
  responsabileIncaricoId: identifier.nullable(),
  /** Name of who holds the incarico, or what was written. */
  responsabileMostrato: z.string().nullable(),
  attesi: z.array(AttoAtteso),
  /** Those of `attesi` that come out and that no act answers yet. */
  mancanti: z.array(AttoAtteso),
  atti: z.array(attoView),
  motivazione: z.string().nullable(),
  version,
  azioni: z.array(z.enum(AZIONI_FASE)),
  eliminabile: z.boolean(),
});
export type FaseView = Reads<typeof faseView>;

export const firmatarioView = firmatarioPubblicoView.extend({
  persona: z.string().nullable(),
  email: z.string().nullable(),
  version,
  azioni: z.array(z.enum(AZIONI_FIRMA)),
});
export type FirmatarioView = Reads<typeof firmatarioView>;

export const osservazioneView = osservazionePubblicaView.extend({
  file: fileIterView.nullable(),
  version,
  azioni: z.array(z.enum(AZIONI_OSSERVAZIONE)),
});
export type OsservazioneView = Reads<typeof osservazioneView>;

/** GET /iter/gestione: the whole, for the offices. `iter` null: to be opened. */
export const iterView = z.strictObject({
  piano: z.strictObject({ titolo: z.string(), dal: z.int(), al: z.int() }).nullable(),
  iter: z.strictObject({ id: identifier, scadenza: z.string().nullable(), version }).nullable(),
  fasi: z.array(faseView),
  firmatari: z.array(firmatarioView),
  osservazioni: z.array(osservazioneView),
  /** Whether the reader may change phases, and whether acts. */
  puoModificare: z.boolean(),
  puoAllegare: z.boolean(),
});
export type IterView = Reads<typeof iterView>;

export const adesioneRigaView = z.strictObject({
  id: identifier,
  ente: z.strictObject({ id: identifier, denominazione: z.string() }),
  stato: z.enum(STATI_ADESIONE),
  totale: z.int(),
  quanteRisorse: z.int(),
  inviataAt: instant.nullable(),
  version,
});
export type AdesioneRigaView = Reads<typeof adesioneRigaView>;

export const adesioneView = adesioneRigaView.extend({
  impegno: z.string(),
  risorse: z.array(RisorsaInput),
  numeroDiRegistro: numeroDiRegistroView.nullable(),
  motivazione: z.string().nullable(),
  azioni: z.array(z.enum(AZIONI_ADESIONE)),
  puoModificare: z.boolean(),
  storia: z.array(storiaView),
});
export type AdesioneView = Reads<typeof adesioneView>;

/** GET /adesioni: those that the reader may see; `totale` of the accepted ones, in cents. */
export const adesioniView = z.strictObject({
  items: z.array(adesioneRigaView),
  totaleAccolte: z.int(),
});
export type AdesioniView = Reads<typeof adesioniView>;

/** What a command made or changed, with the version it has now. */
export const esitoIterView = z.strictObject({ id: identifier, version });
export type EsitoIterView = Reads<typeof esitoIterView>;
