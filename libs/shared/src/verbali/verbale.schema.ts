import * as z from 'zod';
import { brano, istante, motivazione, riga } from '../kernel/fields.js';
import { parteDi, riferimento } from '../permissions/riferimenti.js';
import { Documento } from './documento/index.js';

export const TIPI_SEZIONE = ['apertura', 'punto', 'chiusura'] as const;
export type TipoSezione = (typeof TIPI_SEZIONE)[number];

export const MODI_DECISIONE = ['unanimita', 'maggioranza', 'presa_atto'] as const;
export type ModoDecisione = (typeof MODI_DECISIONE)[number];

const voti = z.int('Scrivi un numero intero.').min(0, 'Non può essere negativo.').max(1000, 'Al massimo 1000.');

/** What was decided, and how. Votes are counted only where there was a majority. */
export const DecisioneInput = z
  .strictObject({
    testo: brano(4000, 'Scrivi che cosa è stato deciso.'),
    modo: z.enum(MODI_DECISIONE, 'Scegli come è stato deciso.'),
    favorevoli: voti.nullable(),
    contrari: voti.nullable(),
    astenuti: voti.nullable(),
  })
  .superRefine((d, ctx) => {
    if (d.modo === 'maggioranza' && (d.favorevoli === null || d.contrari === null)) {
      ctx.addIssue({ code: 'custom', path: ['favorevoli'], message: 'Per una maggioranza scrivi i voti favorevoli e contrari.', input: d });
    }
  });
export type DecisioneInput = z.infer<typeof DecisioneInput>;

/** Who is to do what, by when (a day in Rome, `YYYY-MM-DD`; null: no date). */
export const ImpegnoInput = z.strictObject({
  testo: brano(1000, 'Scrivi che cosa si farà.'),
  chi: riga(160, 'Scrivi chi se ne occupa.'),
  entro: z.iso.date('Scrivi una data valida.').nullable(),
});
export type ImpegnoInput = z.infer<typeof ImpegnoInput>;

/** One section, as its writer leaves it. */
export const SezioneInput = z.strictObject({
  documento: Documento,
  decisioni: z.array(DecisioneInput).max(30, 'Al massimo 30 decisioni.'),
  impegni: z.array(ImpegnoInput).max(50, 'Al massimo 50 impegni.'),
});
export type SezioneInput = z.infer<typeof SezioneInput>;

/** A correction of a passage, as a member proposes it. `passaggio` is the text as it stands, `proposta` what should stand in its place. */
export const CorrezioneInput = z.strictObject({
  sezioneId: parteDi('sezione_verbale'),
  passaggio: brano(4000, 'Copia il passaggio da correggere.'),
  proposta: brano(4000),
  motivo: brano(1000, 'Spiega perché.'),
});
export type CorrezioneInput = z.infer<typeof CorrezioneInput>;

export const EsitoCorrezioneInput = z.strictObject({ motivazione: motivazione.optional() });
export type EsitoCorrezioneInput = z.infer<typeof EsitoCorrezioneInput>;

/** Body of the steps. Publishing says what was decided of each passage that looks private: the decision itself is kept. */
export const VerbaleAzioneInput = z.strictObject({ motivazione: motivazione.optional(), avvisiVisti: z.boolean().optional() });
export type VerbaleAzioneInput = z.infer<typeof VerbaleAzioneInput>;

/** When the incontro really began and ended: instants in RFC 3339. */
export const OrariVerbaleInput = z
  .strictObject({ inizioAt: istante, fineAt: istante })
  .refine(o => Date.parse(o.fineAt) > Date.parse(o.inizioAt), { path: ['fineAt'], message: 'La fine deve venire dopo l’inizio.' })
  .refine(o => Date.parse(o.fineAt) - Date.parse(o.inizioAt) <= 24 * 3_600_000, {
    path: ['fineAt'],
    message: 'Un incontro dura al massimo un giorno: controlla la data.',
  });
export type OrariVerbaleInput = z.infer<typeof OrariVerbaleInput>;

/** Which verbali to list. */
export const VerbaliQuery = z.strictObject({
  tavolo: riferimento('tavolo', 'tavolo.vedi').optional(),
  incontro: riferimento('incontro', 'incontro.vedi').optional(),
});
export type VerbaliQuery = z.infer<typeof VerbaliQuery>;

/** Begins a rettifica: what it corrects, in words that everyone reads. */
export const RettificaInput = z.strictObject({ motivo: motivazione });
export type RettificaInput = z.infer<typeof RettificaInput>;
