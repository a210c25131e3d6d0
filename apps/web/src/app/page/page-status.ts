import { inject, Injectable, RESPONSE_INIT } from '@angular/core';

/** Gives the server's answer the status of what the page shows: search engines and caches must not keep a "not found" as a page. */
@Injectable({ providedIn: 'root' })
export class PageStatus {
  readonly #response = inject(RESPONSE_INIT, { optional: true });

  set(status: number): void {
    if (this.#response) this.#response.status = status;
  }
}
