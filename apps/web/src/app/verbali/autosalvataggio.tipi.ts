import type { Problem, SezioneView } from '@tavoli/shared';
import type { BozzaSezione } from './bozza-sezione';
import type { Stesura } from './stesura';

export type Fase = 'salvato' | 'da_salvare' | 'in_invio' | 'senza_rete' | 'tenuta' | 'sessione' | 'rifiutato' | 'conflitto';

/** What I wrote and what was saved meanwhile, both grown from `base`: the person decides. */
export interface ConflittoSezione {
  readonly base: Stesura;
  readonly mia: Stesura;
  readonly loro: SezioneView;
}

/** Where the text goes, and the clock. */
export interface Deposito {
  salva(version: number, stesura: Stesura): Promise<SezioneView>;
  /** The section as it is saved now. */
  leggi(): Promise<SezioneView>;
  problema(error: unknown): Problem;
  /** Does the work later, once. @returns how to give it up */
  tra(ms: number, work: () => void): () => void;
  adesso(): Date;
  /** Keeps in this browser what is not saved yet; null: nothing. */
  conserva(bozza: BozzaSezione | null): void;
}
