import { Injectable, signal } from '@angular/core';
import type { Problem } from '../ui/problem';

/** Whether the API has just said that nobody is signed in any more, in the middle of a page that needs it. */
@Injectable({ providedIn: 'root' })
export class SessionExpiry {
  readonly #expired = signal(false);
  readonly expired = this.#expired.asReadonly();
  readonly #inattiva = signal(false);
  /** It ended because it was long unused. */
  readonly inattiva = this.#inattiva.asReadonly();

  /** Only these count: a wrong password is a 401 too. */
  notice(problem: Problem): void {
    if (problem.code !== 'accesso.richiesto' && problem.code !== 'accesso.inattivo') return;
    this.#inattiva.set(problem.code === 'accesso.inattivo');
    this.#expired.set(true);
  }

  dismiss(): void {
    this.#expired.set(false);
  }
}
