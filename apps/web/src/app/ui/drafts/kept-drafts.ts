import { Injectable } from '@angular/core';

/** Knows what is kept in this browser by `localDraft`: leaving the page does not lose it. */
@Injectable({ providedIn: 'root' })
export class KeptDrafts {
  readonly #models = new Set<() => unknown>();

  /** @param model what is kept, as long as it is; undefined: nothing any more @returns how to take it away */
  add(model: () => unknown): () => void {
    this.#models.add(model);
    return () => this.#models.delete(model);
  }

  /** Whether this very value, as a form has it, is what some draft keeps. */
  keeps(value: unknown): boolean {
    return [...this.#models].some(model => model() === value);
  }
}
