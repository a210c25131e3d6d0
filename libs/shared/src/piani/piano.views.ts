import * as z from 'zod';
import { elaboratoRigaView, fonteView } from '../elaborati/elaborato.views.js';
import { storiaView } from '../enti/ente.views.js';
import { tavoloBreveView } from '../tavoli/tavolo-breve.views.js';
import { fingerprint, firmatari, identifier, instant, type Reads, version } from '../kernel/view.js';
import { ConsegnaInput, NUMERAZIONI, ProgrammaInput, TIPI_ALLEGATO } from './piano.schema.js';
import { AZIONI_PIANO, STATI_DOSSIER, STATI_PIANO } from './piano.states.js';

/** A file by its fingerprint: SHA-256, 64 hexadecimal digits. */
export const filePianoView = z.strictObject({
  id: identifier,
  nome: z.string(),
  bytes: z.int(),
  sha256: fingerprint,
  firmatari,
});
export type FilePianoView = Reads<typeof filePianoView>;

export const allegatoPianoView = z.strictObject({
  id: identifier,
  tipo: z.enum(TIPI_ALLEGATO),
  /** `A`, `1`: by its place until the dossier is closed, fixed from then on. */
  numero: z.string(),
  titolo: z.string(),
  tavolo: tavoloBreveView.nullable(),
  elaboratoId: identifier.nullable(),
  /** Of an uploaded act. */
  file: z.strictObject({ nome: z.string(), bytes: z.int(), sha256: fingerprint }).nullable(),
});
export type AllegatoPianoView = Reads<typeof allegatoPianoView>;

/** A version of the dossier. Both files are there once it is `pronto`. */
export const dossierView = z.strictObject({
  id: identifier,
  versione: z.int(),
  stato: z.enum(STATI_DOSSIER),
  /** Made by closing: without the draft mark. */
  finale: z.boolean(),
  /** From 0 to 100, and what is being done in words. */
  avanzamento: z.int(),
  passo: z.string(),
  richiestoDa: z.string(),
  richiestoAt: instant,
  prontoAt: instant.nullable(),
  pagine: z.int().nullable(),
  pdf: z.strictObject({ bytes: z.int(), sha256: fingerprint }).nullable(),
  zip: z.strictObject({ bytes: z.int(), sha256: fingerprint }).nullable(),
  /** Why it was not made, in words; null otherwise. */
  errore: z.string().nullable(),
  /** It told words that were blacked out since: nobody may have it any more. */
  oscurato: z.boolean(),
});
export type DossierView = Reads<typeof dossierView>;

/** A Piano as those who prepare it see it. */
export const pianoView = z.strictObject({
  id: identifier,
  titolo: z.string(),
  dal: z.int(),
  al: z.int(),
  stato: z.enum(STATI_PIANO),
  numerazione: z.enum(NUMERAZIONI),
  programmi: z.array(ProgrammaInput),
  allegati: z.array(allegatoPianoView),
  /** Latest first. */
  dossier: z.array(dossierView),
  /** Signed copies, in the order they came. */
  firmati: z.array(filePianoView),
  consegna: ConsegnaInput.nullable(),
  pubblicatoAt: instant.nullable(),
  motivazione: z.string().nullable(),
  /** Accepted elaborati that no allegato shows yet. */
  elaboratiLiberi: z.array(elaboratoRigaView.pick({ id: true, titolo: true, tipo: true, tavolo: true })),
  tavoli: z.array(tavoloBreveView),
  azioni: z.array(z.enum(AZIONI_PIANO)),
  puoModificare: z.boolean(),
  puoCompilare: z.boolean(),
  puoConsegnare: z.boolean(),
  storia: z.array(storiaView),
  version,
});
export type PianoView = Reads<typeof pianoView>;

/** A file inside a dossier, where it stands in the ZIP and how to have it. */
export const voceManifestoView = z.strictObject({
  /** Path inside the ZIP. */
  percorso: z.string(),
  titolo: z.string(),
  bytes: z.int(),
  sha256: fingerprint,
});
export type VoceManifesto = Reads<typeof voceManifestoView>;

/** `manifest.json` of the ZIP: what the dossier is made of, in the order of the dossier. */
export const manifestoDossierView = z.strictObject({
  formato: z.literal(1),
  ambito: z.string(),
  piano: z.strictObject({ titolo: z.string(), dal: z.int(), al: z.int() }),
  versione: z.int(),
  finale: z.boolean(),
  /** RFC 3339 UTC: when it was asked for, the only clock of the dossier. */
  at: instant,
  dossier: voceManifestoView,
  allegati: z.array(
    z.strictObject({ numero: z.string(), tipo: z.enum(TIPI_ALLEGATO), titolo: z.string(), file: z.array(voceManifestoView) }),
  ),
});
export type ManifestoDossier = Reads<typeof manifestoDossierView>;

/** GET …/piano — what everyone reads. Allegati, files and proof only once it is published. */
export const pianoPubblicoView = z.strictObject({
  id: identifier,
  titolo: z.string(),
  dal: z.int(),
  al: z.int(),
  stato: z.enum(STATI_PIANO),
  programmi: z.array(ProgrammaInput),
  pubblicazione: z
    .strictObject({
      at: instant,
      chiusoAt: instant,
      /** Number of the act of the registro that names these fingerprints. */
      atto: z.int(),
      pagine: z.int(),
      pdf: z.strictObject({ bytes: z.int(), sha256: fingerprint }),
      zip: z.strictObject({ bytes: z.int(), sha256: fingerprint }),
      allegati: z.array(
        z.strictObject({
          id: identifier,
          numero: z.string(),
          tipo: z.enum(TIPI_ALLEGATO),
          titolo: z.string(),
          file: z.array(filePianoView),
        }),
      ),
      firmati: z.array(filePianoView),
      consegna: ConsegnaInput.nullable(),
    })
    .nullable(),
});
export type PianoPubblicoView = Reads<typeof pianoPubblicoView>;

export const filoFonteView = fonteView.pick({ tipo: true, oggettoId: true, titolo: true, dettaglio: true }).extend({
  percorso: z.string(),
});
export type FiloFonte = Reads<typeof filoFonteView>;

/** GET …/piano/filo — from what the Piano holds back to where it came from, and the other way. Every `percorso` is a page that opens. */
export const filoView = z.strictObject({
  piano: z.strictObject({ titolo: z.string(), dal: z.int(), al: z.int() }),
  /** Each accepted elaborato, schede and objectives first, with what is behind it. */
  voci: z.array(
    z.strictObject({
      elaborato: elaboratoRigaView.pick({ id: true, titolo: true, tipo: true, tavolo: true }),
      percorso: z.string(),
      /** Number of its allegato in the published dossier. */
      allegato: z.string().nullable(),
      fonti: z.array(filoFonteView),
    }),
  ),
  /** Each verbale, incontro and contributo, with the elaborati that came from it (ids of `voci`). */
  ritorno: z.array(filoFonteView.extend({ elaborati: z.array(z.string()) })),
});
export type FiloView = Reads<typeof filoView>;
