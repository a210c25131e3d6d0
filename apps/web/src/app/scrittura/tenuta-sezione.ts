import { signal } from '@angular/core';

export const RINNOVO_MS = 20_000;
/** Whoever has not touched the section for so long lets go of it. */
const SILENZIO_MS = 60_000;

/** How a section is asked for and given back, and the clock. */
export interface Portineria<V> {
  tieni(): Promise<V>;
  lascia(): Promise<void>;
  ogni(ms: number, work: () => void): () => void;
  adesso(): Date;
  /** The section as it is at the moment it is taken: it may have changed. */
  presa(sezione: V): void;
  /** The words of a refusal; null when it was not for somebody else. */
  rifiuto(error: unknown): string | null;
}

/** Holds a section for who writes in it, and lets go once they are silent: two never write in the same place. */
export class TenutaSezione<V> {
  readonly #mia = signal(false);
  readonly #rifiuto = signal<string | null>(null);
  readonly mia = this.#mia.asReadonly();
  /** `Sta scrivendo …`, when it was refused. */
  readonly rifiuto = this.#rifiuto.asReadonly();
  #toccata = 0;
  #chiedendo = false;
  #ferma: (() => void) | null = null;

  constructor(private readonly portineria: Portineria<V>) {}

  /** The writer is here: at the first touch the section is asked for. */
  tocca(): void {
    this.#toccata = this.portineria.adesso().getTime();
    if (!this.#mia()) void this.#chiedi();
  }

  async lascia(): Promise<void> {
    this.#ferma?.();
    this.#ferma = null;
    if (!this.#mia()) return;
    this.#mia.set(false);
    // If it does not arrive, the section is free a minute from now all the same.
    await this.portineria.lascia().catch(() => undefined);
  }

  async #chiedi(): Promise<void> {
    if (this.#chiedendo) return;
    this.#chiedendo = true;
    try {
      const sezione = await this.portineria.tieni();
      this.#mia.set(true);
      this.#rifiuto.set(null);
      this.#ferma ??= this.portineria.ogni(RINNOVO_MS, () => this.#rinnova());
      this.portineria.presa(sezione);
    } catch (error) {
      const words = this.portineria.rifiuto(error);
      this.#rifiuto.set(words);
      if (words !== null) this.#mia.set(false);
    } finally {
      this.#chiedendo = false;
    }
  }

  #rinnova(): void {
    if (this.portineria.adesso().getTime() - this.#toccata > SILENZIO_MS) void this.lascia();
    else void this.#chiedi();
  }
}
