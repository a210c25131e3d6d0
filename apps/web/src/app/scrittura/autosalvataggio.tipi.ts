import type { Problem } from '@tavoli/shared';
import type { BozzaSezione } from './bozza-sezione';

export type Fase = 'salvato' | 'da_salvare' | 'in_invio' | 'senza_rete' | 'tenuta' | 'sessione' | 'rifiutato' | 'conflitto';

/** What the API refused of what it was sent: where, and why. */
export type Rifiuto = NonNullable<Problem['errors']>[number];

/** A section as it is saved; its version grows with each saving. */
export interface Salvata {
  readonly version: number;
}

/** The version of a section that is not there yet: what is written in it waits here until it is. */
export const NON_NATA = 0;

/** How what is written (`S`) is read from a section (`V`), compared, and made fit to be sent. */
export interface Forma<S, V extends Salvata> {
  readonly di: (sezione: V) => S;
  /** Whether they say the same, however it is written down. */
  readonly uguali: (a: S, b: S) => boolean;
  /** What the API takes of it: what is not yet complete stays here until it is. */
  readonly inviabile: (s: S) => S;
  /** How many pieces stay here. */
  readonly incompleti: (s: S) => number;
  /** What was written before there was such a section (`NON_NATA`), after what it was born with. */
  readonly accoda?: (nata: S, mia: S) => S;
}

/** What I wrote and what was saved meanwhile, both grown from `base`: the person decides. */
export interface Conflitto<S, V extends Salvata> {
  readonly base: S;
  readonly mia: S;
  readonly loro: V;
}

/** Where the text goes, and the clock. */
export interface Deposito<S, V extends Salvata> {
  salva(version: number, stesura: S): Promise<V>;
  /** The section as it is saved now. */
  leggi(): Promise<V>;
  problema(error: unknown): Problem;
  /** Does the work later, once. @returns how to give it up */
  tra(ms: number, work: () => void): () => void;
  adesso(): Date;
  /** Keeps in this browser what is not saved yet; null: nothing. */
  conserva(bozza: BozzaSezione<S> | null): void;
}
