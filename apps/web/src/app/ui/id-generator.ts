import { Injectable } from '@angular/core';

/** Ids unique in the page; per application, so that two pages rendered at once on the server do not disturb each other. */
@Injectable({ providedIn: 'root' })
export class IdGenerator {
  #last = 0;

  next(prefix: string): string {
    return `${prefix}-${++this.#last}`;
  }
}
