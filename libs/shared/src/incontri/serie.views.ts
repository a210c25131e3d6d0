import * as z from 'zod';
import { type Reads, instant, version } from '../kernel/view.js';
import { conflittoView, incontroRigaView } from './incontro.views.js';
import { preavvisoView } from './quorum.views.js';
import { AZIONI_SERIE } from './serie.schema.js';

/** One incontro of a series, with what may be done to it now and what speaks against its day. */
export const incontroDiSerieView = incontroRigaView
  .pick({ id: true, titolo: true, stato: true, inizioAt: true, fineAt: true, sede: true, online: true })
  .extend({
    version,
    azioni: z.array(z.enum(AZIONI_SERIE)),
    preavviso: preavvisoView,
    /** Where it would go with the move that was asked about; null: no move, or an hour that the clock skips. */
    verso: z.strictObject({ inizioAt: instant, fineAt: instant }).nullable(),
    /** Of the day where it is, or would go. */
    conflitti: z.array(conflittoView),
  });
export type IncontroDiSerieView = Reads<typeof incontroDiSerieView>;

export const serieView = z.strictObject({ incontri: z.array(incontroDiSerieView) });
export type SerieView = Reads<typeof serieView>;

/** How many incontri one act has reached. */
export const serieEsitoView = z.strictObject({ fatti: z.int() });
export type SerieEsitoView = Reads<typeof serieEsitoView>;

/** A date of a series that is being planned. */
export const dataSerieView = z.strictObject({
  /** Wall time in Rome, `YYYY-MM-DDTHH:mm`. */
  wall: z.string(),
  /** Null where the clock skips that hour: no incontro is made. */
  inizioAt: instant.nullable(),
  conflitti: z.array(conflittoView),
});
export type DataSerieView = Reads<typeof dataSerieView>;
