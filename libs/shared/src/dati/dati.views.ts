import * as z from 'zod';
import { TIPI_CONTRIBUTO } from '../contributi/contributo.schema.js';
import { tavoloBreveView } from '../tavoli/tavolo-breve.views.js';
import { quorumView } from '../incontri/quorum.views.js';
import { identifier, instant, type Reads } from '../kernel/view.js';
import { DATASET } from './dati.schema.js';

export const colonnaDatasetView = z.strictObject({
  nome: z.string(),
  descrizione: z.string(),
});
export type ColonnaDatasetView = Reads<typeof colonnaDatasetView>;

/** A dataset; its files are `dati/<nome>.csv` and `dati/<nome>.json`. */
export const datasetView = z.strictObject({
  nome: z.enum(DATASET),
  titolo: z.string(),
  descrizione: z.string(),
  colonne: z.array(colonnaDatasetView),
});
export type DatasetView = Reads<typeof datasetView>;

/** GET dati */
export const catalogoDatiView = z.strictObject({
  titolare: z.string(),
  licenza: z.strictObject({ nome: z.string(), url: z.string() }),
  dataset: z.array(datasetView),
});
export type CatalogoDatiView = Reads<typeof catalogoDatiView>;

export const numeriContributiView = z.strictObject({
  /** Sent and confirmed, whatever became of them; those withdrawn before anyone read them are not counted. */
  ricevuti: z.int(),
  pubblicati: z.int(),
  /** With a reasoned answer of the tavolo; one merged into another has the answer of that. */
  conRisposta: z.int(),
  accolti: z.int(),
  accoltiInParte: z.int(),
  nonAccolti: z.int(),
  rinviati: z.int(),
  /** Medians, in days with one decimal; null when there is nothing to count. */
  giorniPubblicazione: z.number().nullable(),
  giorniRisposta: z.number().nullable(),
});
export type NumeriContributiView = Reads<typeof numeriContributiView>;

/** GET numeri, GET tavoli/:tavolo/numeri */
export const numeriView = z.strictObject({
  /** Null for the whole ambito. */
  tavolo: tavoloBreveView.nullable(),
  contributi: numeriContributiView,
  /** Published contributi, the most frequent first. `comune` null: not said. */
  perTipo: z.array(z.strictObject({ tipo: z.enum(TIPI_CONTRIBUTO), quanti: z.int() })),
  perComune: z.array(z.strictObject({ comune: z.string().nullable(), quanti: z.int() })),
  /** Contributi received in each of the last twelve months (`YYYY-MM`, Europe/Rome), oldest first. */
  perMese: z.array(z.strictObject({ mese: z.string(), quanti: z.int() })),
  /** Of the whole ambito only; in the order of their codes. */
  perTavolo: z.array(
    z.strictObject({
      tavolo: tavoloBreveView,
      ricevuti: z.int(),
      conRisposta: z.int(),
      giorniRisposta: z.number().nullable(),
    }),
  ),
  /** The number at the last incontri that a tavolo called and held, oldest first; of one tavolo only. */
  numeroLegale: z.array(z.strictObject({ id: identifier, inizioAt: instant, quorum: quorumView })),
  enti: z.int(),
  incontriSvolti: z.int(),
  verbaliPubblicati: z.int(),
  /** Seats filled over seats, 0-100, over the incontri held; null when none was held. */
  presenzaMedia: z.number().nullable(),
});
export type NumeriView = Reads<typeof numeriView>;
