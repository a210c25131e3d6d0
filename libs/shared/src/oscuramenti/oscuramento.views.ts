import * as z from 'zod';
import { identifier, instant, type Reads, version } from '../kernel/view.js';
import type { Brano } from './oscura.rules.js';
import { TIPI_ALTROVE, TIPI_OSCURABILI } from './oscuramento.schema.js';

export const branoView = z.strictObject({
  chiave: z.string(),
  dove: z.string(),
  testo: z.string(),
}) satisfies z.ZodType<Brano>;

/** `compiuto`: nothing of it is left anywhere public and everything is made anew; `in_corso`: a dossier is being made anew; `da_riprendere`: that failed. */
export const STATI_OSCURAMENTO = ['compiuto', 'in_corso', 'da_riprendere'] as const;

export type StatoOscuramento = (typeof STATI_OSCURAMENTO)[number];

/** A published thing that may be blacked out. */
export const oscurabileView = z.strictObject({
  tipo: z.enum(TIPI_OSCURABILI),
  id: identifier,
  titolo: z.string(),
  /** Its public page, within the portal. */
  percorso: z.string(),
  pubblicatoAt: instant.nullable(),
});
export type OscurabileView = Reads<typeof oscurabileView>;

/** Two fingerprints (SHA-256, 64 hexadecimal digits) of a file: the one that was public, and the one that took its place (null: none). */
export const improntaOscurataView = z.strictObject({
  vecchia: z.string(),
  nuova: z.string().nullable(),
});
export type ImprontaOscurata = Reads<typeof improntaOscurataView>;

/** An oscuramento, for the coordinatore. */
export const oscuramentoView = z.strictObject({
  id: identifier,
  tipo: z.enum(TIPI_OSCURABILI),
  oggettoId: identifier,
  titolo: z.string(),
  percorso: z.string(),
  at: instant,
  da: z.string(),
  motivazione: z.string(),
  passaggi: z.int(),
  stato: z.enum(STATI_OSCURAMENTO),
  impronte: z.array(improntaOscurataView),
  /** What the archive of the office keeps of how it was. */
  originali: z.array(z.strictObject({ id: identifier, nome: z.string(), bytes: z.int() })),
  /** Things that told the same words and were blacked out with it. */
  anche: z.array(z.strictObject({ tipo: z.enum(TIPI_OSCURABILI), id: identifier })),
});
export type OscuramentoView = Reads<typeof oscuramentoView>;

/** GET …/oscuramenti/:tipo/:oggetto — what there is to be blacked out, and what follows from it. */
export const schedaOscuramentoView = oscurabileView.extend({
  /** `If-Match` of the command. */
  version,
  /** Of a text: its pieces in reading order. Of a file: none. */
  brani: z.array(branoView),
  /** Of a file. */
  file: z.strictObject({ nome: z.string(), bytes: z.int(), scarica: z.string() }).nullable(),
  /** A dossier that everyone may have, and that will be made anew. */
  dossier: z.boolean(),
  /** How many mails about it have already left: their words cannot be taken back. */
  messaggiPartiti: z.int(),
  /** Whether a rettifica of it is being written: what it repeats is blacked out there as well. */
  rettificaInCorso: z.boolean(),
  oscuramenti: z.array(oscuramentoView),
});
export type SchedaOscuramentoView = Reads<typeof schedaOscuramentoView>;

/** A file uploaded to take the place of another; nobody sees it before. */
export const sostitutoView = z.strictObject({
  id: identifier,
  nome: z.string(),
  bytes: z.int(),
});
export type SostitutoView = Reads<typeof sostitutoView>;

/** The dossier that is being made anew. */
export const dossierAvviatoView = z.strictObject({ dossierId: identifier });
export type DossierAvviatoView = Reads<typeof dossierAvviatoView>;

/** Where the same words stand, in something else that is public. */
export const altroveView = z.strictObject({
  tipo: z.enum(TIPI_ALTROVE),
  id: identifier,
  titolo: z.string(),
  /** Its public page, within the portal. */
  percorso: z.string(),
  /** `insieme`: it repeats the words because of what was chosen, and loses them with it. `scegli`: it may be included. `a_mano`: a file, which is replaced on a page of its own. */
  come: z.enum(['insieme', 'scegli', 'a_mano']),
  /** How many times; null: a dossier, whose words are not looked at one by one. */
  quante: z.int().nullable(),
  /** The first times, with what is around them. */
  esempi: z.array(z.strictObject({ dove: z.string(), prima: z.string(), parole: z.string(), dopo: z.string() })),
});
export type AltroveView = Reads<typeof altroveView>;

/** POST …/oscuramenti/altrove. `altri`: there are more than are told. */
export const altroviView = z.strictObject({ items: z.array(altroveView), altri: z.boolean() });
export type AltroviView = Reads<typeof altroviView>;

/** GET …/sostituiti — what everyone reads on the page where a file stood that held personal data. */
export const segnoSostituitoView = z.strictObject({
  at: instant,
  /** Whether another file took its place. */
  sostituito: z.boolean(),
});
export type SegnoSostituitoView = Reads<typeof segnoSostituitoView>;
