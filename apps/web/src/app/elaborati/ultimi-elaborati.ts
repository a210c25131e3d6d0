import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ElaboratoRiga } from './elaborato-riga';
import { elaboratiResource } from './elaborati-pubblici.api';

/** What a tavolo has written that the Piano took in. A section of another page; nothing while there is none. */
@Component({
  selector: 'app-ultimi-elaborati',
  imports: [ElaboratoRiga, RouterLink],
  host: { class: 'd-block' },
  template: `
    @if (accolti().length > 0) {
      <section class="mt-5" aria-labelledby="titolo-elaborati">
        <h2 id="titolo-elaborati">Che cosa ha scritto per il Piano</h2>
        <ul class="list-rows">
          @for (e of accolti(); track e.id) {
            <li><app-elaborato-riga [elaborato]="e" [ambito]="ambito()" [level]="3" [conTavolo]="false" /></li>
          }
        </ul>
        <p><a [routerLink]="['/', ambito(), 'elaborati']">Gli elaborati di tutti i tavoli</a></p>
      </section>
    }
  `,
})
export class UltimiElaborati {
  readonly ambito = input.required<string>();
  /** Id of the tavolo. */
  readonly tavolo = input.required<string>();
  readonly #elaborati = elaboratiResource(this.ambito, this.tavolo);
  protected readonly accolti = computed(() => (this.#elaborati.value()?.items ?? []).filter(e => e.stato === 'accolto').slice(0, 5));
}
