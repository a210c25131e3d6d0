import * as z from 'zod';
import { fingerprint, identifier, instant, type Reads } from '../kernel/view.js';

/** A published file, as a sigillo names it: by no word of anybody, since what is signed cannot be blacked out. */
export const documentoSigillatoView = z.strictObject({
  /** 64 hexadecimal digits. */
  sha256: fingerprint,
  /** Path of its page, below the ambito. */
  percorso: z.string(),
  pubblicatoAt: instant,
});
export type DocumentoSigillato = Reads<typeof documentoSigillatoView>;

/** What is signed, in the canonical form (sorted keys, no spaces). */
export const dichiarazioneView = z.strictObject({
  versione: z.literal(2),
  /** Slug of the ambito. */
  ambito: z.string(),
  ambitoId: identifier,
  /** 1, 2, 3 … within the ambito. */
  numero: z.int(),
  /** Day in Europe/Rome, YYYY-MM-DD. */
  giorno: z.string(),
  at: instant,
  /** The last act of the register, and its hash. */
  atti: z.int(),
  impronta: z.string(),
  /** SHA-256 of the statement before this one; null for the first. */
  precedente: z.string().nullable(),
  /** Files published since the one before. */
  documenti: z.array(documentoSigillatoView),
  /** Of one that was signed with the titles of its documents (versione 1) and is told without: the hash of how it was, which the next one builds on. */
  originale: fingerprint.optional(),
});
export type Dichiarazione = Reads<typeof dichiarazioneView>;

/** As statements were signed before: with the titles of documents. Kept as signed, told by nobody. */
export type DichiarazioneConTitoli = Omit<Dichiarazione, 'versione' | 'documenti' | 'originale'> & {
  readonly versione: 1;
  readonly documenti: readonly (DocumentoSigillato & { readonly titolo: string })[];
};

/** `firma` is the Ed25519 signature of the canonical statement, in base64; `chiave` the fingerprint of the key it was made with. */
export const sigilloFirmatoView = z.strictObject({
  dichiarazione: dichiarazioneView,
  firma: z.string(),
  chiave: z.string(),
});
export type SigilloFirmato = Reads<typeof sigilloFirmatoView>;

export const chiavePubblicaView = z.strictObject({
  /** SubjectPublicKeyInfo (DER) in base64. */
  spki: z.string(),
  /** SHA-256 of it, 64 hexadecimal digits: what one writes down to recognise the key. */
  impronta: z.string(),
});
export type ChiavePubblica = Reads<typeof chiavePubblicaView>;

/** What can be kept, and verified years later without us: GET /api/v1/ambiti/:ambito/sigilli.json */
export const sigilliExportView = z.strictObject({
  /** One, unless it was lost and made anew. */
  chiavi: z.array(chiavePubblicaView),
  sigilli: z.array(sigilloFirmatoView),
});
export type SigilliExport = Reads<typeof sigilliExportView>;

export const sigilloRigaView = z.strictObject({
  numero: z.int(),
  giorno: z.string(),
  at: instant,
  atti: z.int(),
  impronta: z.string(),
  documenti: z.int(),
  firma: z.string(),
});
export type SigilloRigaView = Reads<typeof sigilloRigaView>;

/** The latest sigilli of an ambito, and how many there are in all. */
export const sigilliView = z.strictObject({
  chiave: chiavePubblicaView.nullable(),
  quanti: z.int(),
  items: z.array(sigilloRigaView),
});
export type SigilliView = Reads<typeof sigilliView>;
