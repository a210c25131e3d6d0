import type { CruscottoTavoloView } from '../incontri/incontro.views.js';
import type { StatoFase } from '../iter/fase.states.js';
import type { TipoMancanza } from './cruscotto.schema.js';

/** Something that is missing, who holds it, where it is solved. */
export interface MancanzaView {
  readonly tipo: TipoMancanza;
  readonly oggettoId: string;
  /** Plain words, one sentence. */
  readonly testo: string;
  /** Path within the ambito. */
  readonly percorso: string;
  readonly tavolo: { readonly id: string; readonly nome: string } | null;
  /** Instant since when. */
  readonly dal: string | null;
  /** Names of who holds it; empty: nobody yet. */
  readonly chi: readonly string[];
  /** Ready to be sent, to be changed first if one likes; null where there is nobody to write to. */
  readonly sollecito: { readonly oggetto: string; readonly testo: string } | null;
  readonly ultimoSollecitoAt: string | null;
}

export const STATI_TAPPA = ['da_fare', 'in_corso', 'fatta', 'in_ritardo'] as const;
export type StatoTappa = (typeof STATI_TAPPA)[number];

/** How far a tavolo is in one phase of the iter. */
export interface TappaView {
  readonly stato: StatoTappa;
  readonly testo: string;
  readonly percorso: string;
}

/** A column of tavolo × phase: by when (the day foreseen for the phase, `YYYY-MM-DD`), and one cell for each tavolo, in the order of `items`. */
export interface ColonnaTappeView {
  readonly chiave: string;
  readonly titolo: string;
  readonly entro: string | null;
  readonly celle: readonly TappaView[];
}

export interface CoperturaView {
  readonly nome: string;
  readonly registrati: number;
  readonly seduti: number;
}

/** GET /cruscotto: all that a coordinatore has to know, and where to act. */
export interface CruscottoView {
  readonly items: readonly CruscottoTavoloView[];
  readonly iter: {
    readonly scadenza: string | null;
    readonly fasi: readonly {
      readonly id: string;
      readonly titolo: string;
      readonly stato: StatoFase;
      readonly previstaAl: string | null;
      readonly inRitardo: boolean;
    }[];
  } | null;
  readonly tappe: readonly ColonnaTappeView[];
  readonly mancanze: readonly MancanzaView[];
  /** Enti seated at tavoli, by thematic area and by comune of their seat; of `registrati` verified ones. */
  readonly copertura: { readonly aree: readonly CoperturaView[]; readonly comuni: readonly CoperturaView[] };
  /** Acts of the last seven days, by kind, the most frequent first. */
  readonly settimana: readonly { readonly azione: string; readonly volte: number; readonly ultimaAt: string }[];
  readonly puoSollecitare: boolean;
}

/** What was sent, and to how many. */
export interface SollecitoView {
  readonly id: string;
  readonly destinatari: number;
}
