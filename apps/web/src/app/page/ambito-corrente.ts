import { computed, effect, inject, Injectable } from '@angular/core';
import { CurrentRoute } from './current-route';
import { browserStorage } from '../ui/browser-storage';
import { ambitoResource } from './ambito.api';

const LAST = 'tavoli:ambito';

/** The ambito whose pages are being visited; null on the pages of the installation. */
@Injectable({ providedIn: 'root' })
export class AmbitoCorrente {
  readonly #route = inject(CurrentRoute);
  readonly #storage = browserStorage('session');

  readonly slug = computed(() => this.#route.param('ambito') ?? (this.#route.data('keepsAmbito') ? this.#last() : null));
  readonly resource = ambitoResource(this.slug);
  readonly ambito = computed(() => this.resource.value() ?? null);
  /** Router commands of the pages' starting point. */
  readonly home = computed(() => ['/', ...(this.slug() === null ? [] : [this.slug()])]);

  constructor() {
    effect(() => {
      const ambito = this.ambito();
      if (ambito) this.#storage.set(LAST, ambito.slug);
    });
  }

  /** The ambito visited before, in this tab. */
  #last(): string | null {
    return this.#storage.get(LAST);
  }
}
