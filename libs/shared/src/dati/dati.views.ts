import type { TavoloBreve } from '../incontri/incontro.views.js';
import type { TipoContributo } from '../contributi/contributo.schema.js';
import type { Dataset } from './dati.schema.js';

export interface ColonnaDatasetView {
  readonly nome: string;
  readonly descrizione: string;
}

/** A dataset; its files are `dati/<nome>.csv` and `dati/<nome>.json`. */
export interface DatasetView {
  readonly nome: Dataset;
  readonly titolo: string;
  readonly descrizione: string;
  readonly colonne: readonly ColonnaDatasetView[];
}

/** GET dati */
export interface CatalogoDatiView {
  readonly titolare: string;
  readonly licenza: { readonly nome: string; readonly url: string };
  readonly dataset: readonly DatasetView[];
}

export interface NumeriContributiView {
  /** Sent and confirmed, whatever became of them; those withdrawn before anyone read them are not counted. */
  readonly ricevuti: number;
  readonly pubblicati: number;
  /** With a reasoned answer of the tavolo; one merged into another has the answer of that. */
  readonly conRisposta: number;
  readonly accolti: number;
  readonly accoltiInParte: number;
  readonly nonAccolti: number;
  readonly rinviati: number;
  /** Medians, in days with one decimal; null when there is nothing to count. */
  readonly giorniPubblicazione: number | null;
  readonly giorniRisposta: number | null;
}

/** GET numeri, GET tavoli/:tavolo/numeri */
export interface NumeriView {
  /** Null for the whole ambito. */
  readonly tavolo: TavoloBreve | null;
  readonly contributi: NumeriContributiView;
  /** Published contributi, the most frequent first. `comune` null: not said. */
  readonly perTipo: readonly { readonly tipo: TipoContributo; readonly quanti: number }[];
  readonly perComune: readonly { readonly comune: string | null; readonly quanti: number }[];
  /** Contributi received in each of the last twelve months (`YYYY-MM`, Europe/Rome), oldest first. */
  readonly perMese: readonly { readonly mese: string; readonly quanti: number }[];
  /** Of the whole ambito only; in the order of their codes. */
  readonly perTavolo: readonly {
    readonly tavolo: TavoloBreve;
    readonly ricevuti: number;
    readonly conRisposta: number;
    readonly giorniRisposta: number | null;
  }[];
  readonly enti: number;
  readonly incontriSvolti: number;
  readonly verbaliPubblicati: number;
  /** Seats filled over seats, 0-100, over the incontri held; null when none was held. */
  readonly presenzaMedia: number | null;
}
