import { isPlatformServer } from '@angular/common';
import { afterNextRender, inject, Injectable, makeStateKey, PLATFORM_ID, signal, TransferState } from '@angular/core';
import { giornoDi, type Giorno } from '../../ui/words/giorni';

const KEY = makeStateKey<Giorno>('oggi');

/**
 * Today in Rome. A page comes alive on the day for which the server made it, so that what it shows and what it asks stay the same; then
 * the browser's own clock counts.
 */
@Injectable({ providedIn: 'root' })
export class Oggi {
  readonly #transfer = inject(TransferState);
  readonly #giorno = signal(this.#transfer.get<Giorno | null>(KEY, null) ?? giornoDi(new Date()));
  readonly giorno = this.#giorno.asReadonly();

  constructor() {
    if (isPlatformServer(inject(PLATFORM_ID))) this.#transfer.set(KEY, this.#giorno());
    afterNextRender(() => this.#giorno.set(giornoDi(new Date())));
  }
}
