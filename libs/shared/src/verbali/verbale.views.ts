import * as z from 'zod';
import { storiaView } from '../enti/ente.views.js';
import { SedeIncontro } from '../incontri/incontro.schema.js';
import { tavoloBreveView } from '../tavoli/tavolo-breve.views.js';
import { postoView } from '../incontri/presenze.views.js';
import { quorumView } from '../incontri/quorum.views.js';
import { numeroDiRegistroView } from '../kernel/numero-di-registro.js';
import { fingerprint, identifier, instant, type Reads, version } from '../kernel/view.js';
import { avvisoPrivacyView } from './avvisi-privacy.views.js';
import { Documento } from './documento/documento.schema.js';
import { DecisioneInput, ImpegnoInput, TIPI_SEZIONE } from './verbale.schema.js';
import { AZIONI_CORREZIONE, AZIONI_VERBALE, STATI_CORREZIONE, STATI_VERBALE } from './verbale.states.js';

/** Number within tavolo and year; null until approved. */
const numero = z.strictObject({ numero: z.int(), anno: z.int() }).nullable();

export const verbaleRigaView = z.strictObject({
  id: identifier,
  stato: z.enum(STATI_VERBALE),
  numero,
  incontro: z.strictObject({ id: identifier, titolo: z.string(), inizioAt: instant }),
  tavoli: z.array(tavoloBreveView),
  pubblicatoAt: instant.nullable(),
  /** What it corrects and why; null for the first verbale of an incontro. */
  rettifica: z.strictObject({ id: identifier, numero, motivo: z.string() }).nullable(),
  /** The published one that corrects it, which has to be read with it; null when there is none. */
  rettificatoDa: z.strictObject({ id: identifier, numero: numero }).nullable(),
});
export type VerbaleRigaView = Reads<typeof verbaleRigaView>;

/** When an incontro really began and ended, as who writes the verbale says: the hours of the convocazione are only those planned. */
export const orariVerbaleView = z.strictObject({
  inizioAt: instant,
  fineAt: instant,
});
export type OrariVerbaleView = Reads<typeof orariVerbaleView>;

/** That a verbale was approved before the time for corrections was over, and why. */
export const anticipoVerbaleView = z.strictObject({
  approvatoAt: instant,
  /** Until when corrections could have been proposed. */
  revisioneFinoAt: instant,
  motivo: z.string(),
});
export type AnticipoVerbaleView = Reads<typeof anticipoVerbaleView>;

export const sezioneView = z.strictObject({
  id: identifier,
  tipo: z.enum(TIPI_SEZIONE),
  /** The punto of the ordine del giorno that it is of; null: of none. */
  puntoId: identifier.nullable(),
  titolo: z.string(),
  documento: Documento,
  decisioni: z.array(DecisioneInput),
  impegni: z.array(ImpegnoInput),
  /** As the discussion of its punto began. */
  quorum: quorumView.nullable(),
  /** Grows with each saving of this section: `If-Match` of its PUT. */
  version,
  aggiornataAt: instant.nullable(),
  aggiornataDa: z.string().nullable(),
  /** Who is writing it now; null: nobody. */
  tenutaDa: z.strictObject({ nome: z.string(), tua: z.boolean() }).nullable(),
});
export type SezioneView = Reads<typeof sezioneView>;

export const correzioneView = z.strictObject({
  id: identifier,
  sezioneId: identifier,
  passaggio: z.string(),
  proposta: z.string(),
  motivo: z.string(),
  autore: z.string(),
  stato: z.enum(STATI_CORREZIONE),
  risposta: z.string().nullable(),
  creataAt: instant,
  azioni: z.array(z.enum(AZIONI_CORREZIONE)),
});
export type CorrezioneView = Reads<typeof correzioneView>;

/** The proof of a publication. */
export const pubblicazioneView = z.strictObject({
  at: instant,
  /** SHA-256 of the public PDF, 64 hexadecimal digits: it stands in the register. */
  sha256: fingerprint,
  bytes: z.int(),
  numeroDiRegistro: numeroDiRegistroView,
  /** When passages of it were blacked out last; null: never. */
  oscuratoAt: instant.nullable(),
});
export type PubblicazioneView = Reads<typeof pubblicazioneView>;

/** A verbale as who may read it whole sees it: staff always, members from the revision on. */
export const verbaleView = verbaleRigaView.extend({
  sede: SedeIncontro.nullable(),
  /** The planned end, as `incontro.inizioAt` is the planned start. */
  fineAt: instant,
  /** Null until they are written. */
  orari: orariVerbaleView.nullable(),
  anticipo: anticipoVerbaleView.nullable(),
  quorum: quorumView.nullable(),
  posti: z.array(postoView.pick({ ente: true, tavolo: true, veste: true, titolare: true, supplente: true, convocato: true, stato: true })),
  ospiti: z.array(z.strictObject({ nome: z.string(), per: z.string().nullable() })),
  sezioni: z.array(sezioneView),
  correzioni: z.array(correzioneView),
  /** Until when corrections may be proposed; null outside the revision. */
  revisioneFinoAt: instant.nullable(),
  motivazione: z.string().nullable(),
  azioni: z.array(z.enum(AZIONI_VERBALE)),
  puoScrivere: z.boolean(),
  puoProporre: z.boolean(),
  puoRettificare: z.boolean(),
  /** The rettifica under way, not published yet; null when there is none. */
  rettificaInCorso: z.string().nullable(),
  giorniRevisione: z.int(),
  /** Why a step that the state allows cannot be taken now by who reads: in words. */
  attese: z.array(z.string()),
  /** What in the public text looks private: to be looked at before publishing. Empty for members. */
  avvisiPrivacy: z.array(avvisoPrivacyView.extend({ sezioneId: identifier })),
  pubblicazione: pubblicazioneView.nullable(),
  storia: z.array(storiaView),
  version,
});
export type VerbaleView = Reads<typeof verbaleView>;

/** The public twin: without what is omissis, anywhere. */
export const verbalePubblicoView = verbaleRigaView.extend({
  sede: SedeIncontro.nullable(),
  fineAt: instant,
  orari: orariVerbaleView.nullable(),
  anticipo: anticipoVerbaleView.nullable(),
  quorum: quorumView.nullable(),
  presenti: z.array(z.strictObject({ ente: z.string(), tavolo: z.string(), presente: z.enum(['titolare', 'supplente']).nullable() })),
  sezioni: z.array(
    z.strictObject({
      id: identifier,
      tipo: z.enum(TIPI_SEZIONE),
      titolo: z.string(),
      documento: Documento,
      decisioni: z.array(DecisioneInput),
      impegni: z.array(ImpegnoInput),
      quorum: quorumView.nullable(),
    }),
  ),
  pubblicazione: pubblicazioneView,
});
export type VerbalePubblicoView = Reads<typeof verbalePubblicoView>;

/** A version of a section, as its history keeps it. */
export const versioneSezioneView = z.strictObject({
  version,
  da: z.string(),
  at: instant,
  documento: Documento,
});
export type VersioneSezioneView = Reads<typeof versioneSezioneView>;

/** GET /api/v1/verifica/:sha256 — whether a file with this fingerprint is one that we published. */
export const verificaView = z.strictObject({
  autentico: z.boolean(),
  documento: z.strictObject({ titolo: z.string(), pubblicatoAt: instant, percorso: z.string(), atto: z.int() }).nullable(),
  /** It was published, and another took its place because it held personal data; `nuova` is the fingerprint of that (null: it was withdrawn). Null for any other file. */
  sostituito: z.strictObject({ at: instant, percorso: z.string(), atto: z.int(), nuova: z.string().nullable() }).nullable(),
});
export type VerificaView = Reads<typeof verificaView>;
