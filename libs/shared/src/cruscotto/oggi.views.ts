import * as z from 'zod';
import { identifier, instant, type Reads } from '../kernel/view.js';
import { TIPI_ATTESA, URGENZE } from './attese.js';

/** Kinds of things of which a step may be taken in Oggi itself. */
export const COSE_QUI = ['ente', 'invito'] as const;
export type CosaQui = (typeof COSE_QUI)[number];

/** One thing that waits for the reader. */
export const voceOggiView = z.strictObject({
  oggettoId: identifier,
  /** Plain words, one sentence. */
  testo: z.string(),
  /** Path within the ambito where it is done. */
  percorso: z.string(),
  /** Name of its tavolo. */
  tavolo: z.string().nullable(),
  /** Words: `da 6 giorni`, `scade domani`; empty where nothing is known. */
  quando: z.string(),
  /** A step that may be taken without leaving: of what kind, in which version, of which part of it (the seat of a call), which steps. */
  qui: z.strictObject({ cosa: z.enum(COSE_QUI), version: z.int(), parte: identifier.nullable(), azioni: z.array(z.string()) }).nullable(),
});
export type VoceOggiView = Reads<typeof voceOggiView>;

/** All that waits of one kind: how many, the first few. */
export const gruppoOggiView = z.strictObject({
  tipo: z.enum(TIPI_ATTESA),
  urgenza: z.enum(URGENZE),
  quante: z.int(),
  /** `57 enti da verificare` */
  titolo: z.string(),
  /** `il più vecchio da 6 giorni`; empty where nothing is known. */
  quando: z.string(),
  voci: z.array(voceOggiView),
  /** Path of the list of all of them, where there is one. */
  elenco: z.string().nullable(),
});
export type GruppoOggiView = Reads<typeof gruppoOggiView>;

/** Something that falls in the next seven days; `tuttoIlGiorno`: of the day, not of an hour. */
export const appuntamentoView = z.strictObject({
  tipo: z.enum(['incontro', 'avviso', 'fase', 'verbale', 'consultazione']),
  at: instant,
  tuttoIlGiorno: z.boolean(),
  titolo: z.string(),
  percorso: z.string(),
});
export type AppuntamentoView = Reads<typeof appuntamentoView>;

/** GET /oggi: what waits for the reader, the most pressing first; their week; what others did since they last looked. */
export const oggiView = z.strictObject({
  gruppi: z.array(gruppoOggiView),
  settimana: z.array(appuntamentoView),
  novita: z.strictObject({
    /** Since when; null: they never looked before. */
    dal: instant.nullable(),
    atti: z.array(z.strictObject({ at: instant, azione: z.string(), titolo: z.string(), percorso: z.string().nullable() })),
  }),
});
export type OggiView = Reads<typeof oggiView>;

/** POST /oggi/visita: from when on things are new to the reader. */
export const visitaView = z.strictObject({ dal: instant.nullable() });
export type VisitaView = Reads<typeof visitaView>;
