import { Injectable } from '@angular/core';

/** What is being read again: an act is over once the page shows what came of it, and knows the version that it made. */
@Injectable({ providedIn: 'root' })
export class Rereads {
  readonly #open = new Set<Promise<void>>();

  /** Something is read again. @returns to be called when it is there, or will not come */
  begin(): () => void {
    let end = (): void => undefined;
    const open = new Promise<void>(resolve => (end = resolve)).finally(() => this.#open.delete(open));
    this.#open.add(open);
    return end;
  }

  async settled(): Promise<void> {
    while (this.#open.size > 0) await Promise.all(this.#open);
  }
}
