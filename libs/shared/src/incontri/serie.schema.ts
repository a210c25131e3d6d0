import * as z from 'zod';
import { brano, istante, motivazione } from '../kernel/fields.js';
import { inElenco, riferimento } from '../permissions/riferimenti.js';
import { controllaDove, dove, IncontroInput, type SerieInput } from './incontro.schema.js';

/** What may be done to several incontri of a series by one act: the drafts are written again or deleted, the others called, moved, annulled. */
export const AZIONI_SERIE = ['modifica', 'convoca', 'sposta', 'annulla', 'elimina'] as const;
export type AzioneSerie = (typeof AZIONI_SERIE)[number];

/** A series never makes more than these, lest a slip of the finger fill a calendar. */
export const SERIE_MASSIMA = 60;

interface Atto {
  readonly azione: AzioneSerie;
  readonly incontri: readonly { readonly id: string }[];
  readonly motivazione?: string;
  readonly spostamento?: unknown;
  readonly contenuto?: unknown;
}

function controllaAtto(v: Atto, ctx: z.core.$RefinementCtx): void {
  const problema = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message, input: v });
  if (new Set(v.incontri.map(i => i.id)).size < v.incontri.length) problema('incontri', 'Ogni incontro una volta sola.');
  if (v.azione === 'sposta' && v.spostamento === undefined) problema('spostamento', 'Indica la nuova data o il nuovo luogo.');
  if (v.azione === 'modifica' && v.contenuto === undefined) problema('contenuto', 'Scrivi com’è l’incontro.');
  if ((v.azione === 'sposta' || v.azione === 'annulla') && v.motivazione === undefined)
    problema('motivazione', 'Scrivi il motivo: verrà comunicato a chi è interessato.');
}

/**
 * One act on several incontri of the series of the one in the URL, each with the version that was seen. `spostamento` and `contenuto` are said of that
 * one: the others go as many days further, to the same hour of Rome.
 */
export const SerieAzioneInput = z
  .strictObject({
    azione: z.enum(AZIONI_SERIE, 'Scegli che cosa fare.'),
    incontri: z
      .array(z.strictObject({ id: riferimento('incontro', 'incontro.prepara'), version: z.int().min(1) }))
      .min(1, 'Scegli almeno un incontro.')
      .max(SERIE_MASSIMA),
    motivazione: motivazione.optional(),
    urgenza: brano(1000).min(10, 'Spiega l’urgenza con almeno 10 caratteri.').optional(),
    spostamento: z.strictObject(dove).superRefine(controllaDove).optional(),
    contenuto: IncontroInput.optional(),
  })
  .superRefine(controllaAtto);
export type SerieAzioneInput = z.infer<typeof SerieAzioneInput>;

/** Where the incontro of the URL would go, to see where the others would; nothing: as they are. */
export const SerieQuery = z.strictObject({
  inizioAt: istante.optional(),
  fineAt: istante.optional(),
  sede: z.string().max(160).optional(),
});
export type SerieQuery = z.infer<typeof SerieQuery>;

/** A series that is being planned, to know what speaks against each of its dates before they are made. */
export const DateSerieQuery = z.strictObject({
  inizioAt: istante,
  fineAt: istante,
  sede: z.string().max(160).optional(),
  /** Tavoli that meet together with the one of the URL: ids, parted by commas. */
  altriTavoli: inElenco(riferimento('tavolo', 'tavolo.vedi')).optional(),
  cadenza: z.enum(['settimane', 'mese']),
  /** Weeks; left out: one, or of a monthly series. */
  ogni: z.coerce.number().int().min(1).max(12).optional(),
  finoAl: istante,
});
export type DateSerieQuery = z.infer<typeof DateSerieQuery>;

/** The series that it asks about. */
export const serieDi = ({ cadenza, ogni = 1, finoAl }: DateSerieQuery): SerieInput =>
  cadenza === 'mese' ? { cadenza, finoAl } : { cadenza, ogni, finoAl };
