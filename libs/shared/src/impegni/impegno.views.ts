import type { StatoImpegno } from './impegno.schema.js';

/** What somebody took on at an incontro: from the verbale, once it is approved. */
export interface ImpegnoView {
  readonly id: string;
  readonly testo: string;
  readonly chi: string;
  /** A day in Rome, `YYYY-MM-DD`; null: no date was set. */
  readonly entro: string | null;
  readonly stato: StatoImpegno;
  /** Open, and its day is past. */
  readonly scaduto: boolean;
  /** Why it was called off. */
  readonly motivazione: string | null;
  readonly verbaleId: string;
  readonly incontro: { readonly titolo: string; readonly inizioAt: string };
}

/** GET tavoli/:tavolo/impegni — open ones first, by their day; then the latest closed. `puoAggiornare`: whether the reader may say where they stand. */
export interface ImpegniView {
  readonly items: readonly ImpegnoView[];
  readonly puoAggiornare: boolean;
}

/** GET tavoli/:tavolo/incontri/punti-proposti — what the next ordine del giorno begins with. */
export interface PuntiPropostiView {
  readonly punti: readonly string[];
}
