import { DOCUMENT, isPlatformServer } from '@angular/common';
import { inject, Injectable, PLATFORM_ID } from '@angular/core';

/** What somebody who is at the page does. */
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'focusin'] as const;
/** A request within this of the last sign is theirs. */
const PRESENT_MS = 60_000;

/** Whether somebody is at the page. What it asks for by itself, with nobody there, keeps nobody signed in. */
@Injectable({ providedIn: 'root' })
export class PersonActivity {
  readonly #onServer = isPlatformServer(inject(PLATFORM_ID));
  /** Who opens a page is there. */
  #last = performance.now();

  constructor() {
    if (this.#onServer) return;
    const document = inject(DOCUMENT);
    for (const sign of SIGNS) document.addEventListener(sign, () => (this.#last = performance.now()), { passive: true, capture: true });
  }

  get present(): boolean {
    return this.#onServer || performance.now() - this.#last < PRESENT_MS;
  }
}
