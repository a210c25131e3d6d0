import * as z from 'zod';
import { inInsieme, type Insiemi } from '../kernel/insiemi.js';
import { motivazione } from '../kernel/fields.js';

export const STATI_IMPEGNO = ['aperto', 'fatto', 'annullato'] as const;
export type StatoImpegno = (typeof STATI_IMPEGNO)[number];

const IMPEGNO_INSIEMI = { aperto: [], fatto: ['chiusi'], annullato: ['chiusi'] } as const satisfies Insiemi<StatoImpegno>;
/** Nothing is owed any more. */
export const IMPEGNI_CHIUSI = inInsieme(IMPEGNO_INSIEMI, 'chiusi');

/** Where an impegno stands, as the referente says: writing the same again changes nothing, and what was closed by mistake is opened anew. */
export const ImpegnoStatoInput = z
  .strictObject({ stato: z.enum(STATI_IMPEGNO), motivazione: motivazione.optional() })
  .refine(i => i.stato !== 'annullato' || i.motivazione !== undefined, {
    path: ['motivazione'],
    message: 'Scrivi perché non serve più: resta scritto accanto all’impegno.',
  });
export type ImpegnoStatoInput = z.infer<typeof ImpegnoStatoInput>;

/** Title of the punto that an incontro gets by itself while impegni of the tavolo are open. */
export const PUNTO_IMPEGNI = 'Impegni ancora aperti';
/** The same, while the verbale of the incontro before is not approved. */
export const PUNTO_VERBALE = 'Approvazione del verbale precedente';
