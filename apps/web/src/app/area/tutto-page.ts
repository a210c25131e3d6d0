import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Voci } from './voci/voci';

/** All that the reader may open, each entry with what it is for. */
@Component({ selector: 'app-tutto-page', imports: [RouterLink], templateUrl: './tutto-page.html' })
export class TuttoPage {
  readonly #voci = inject(Voci);
  /** But for the place where one is. */
  protected readonly luoghi = computed(() => this.#voci.luoghi().filter(luogo => luogo.corrente === null));
}
