import { Injectable, signal } from '@angular/core';

export type Tone = 'success' | 'info' | 'warning' | 'danger';

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: Tone;
}

/**
 * What is said to the user outside the page's own text. `announce` is heard only, by screen readers; `notify` is also seen, and
 * stays until it is closed or the user has moved on to another page and then to a third one (so that it survives the redirect that
 * follows a successful act).
 */
@Injectable({ providedIn: 'root' })
export class Annunci {
  readonly #spoken = signal('');
  readonly #notices = signal<readonly (Notice & { readonly pages: number })[]>([]);
  #lastId = 0;

  readonly spoken = this.#spoken.asReadonly();
  readonly notices = this.#notices.asReadonly();

  /** Speaks `text` when the screen reader is next idle. */
  announce(text: string): void {
    // A live region speaks only when its content changes: empty it first, so that the same sentence can be said twice.
    this.#spoken.set('');
    setTimeout(() => this.#spoken.set(text), 50);
  }

  /** Shows and speaks `text`. */
  notify(text: string, tone: Tone = 'success'): void {
    this.#notices.update(notices => [
      ...notices.filter(notice => notice.text !== text).slice(-2),
      { id: ++this.#lastId, text, tone, pages: 0 },
    ]);
    this.announce(text);
  }

  close(id: number): void {
    this.#notices.update(notices => notices.filter(notice => notice.id !== id));
  }

  /** Told by the shell at every new page. */
  pageChanged(): void {
    this.#notices.update(notices => notices.filter(notice => notice.pages === 0).map(notice => ({ ...notice, pages: 1 })));
  }
}
