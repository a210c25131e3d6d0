import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StatoIncontro } from '@tavoli/shared';
import { LoadingBar } from '../../ui/loading-bar';
import { finestra, piuMesi } from '../../ui/words/giorni';
import { incontriResource } from '../incontri-pubblici.api';
import { IncontroRiga } from '../incontro-riga';
import { Oggi } from './oggi';

/** One tavolo meets seldom, an ambito often: the page carries no more than it shows, or nearly. */
const MESI_TAVOLO = 6;
const MESI_AMBITO = 2;
const SI_TENGONO: readonly StatoIncontro[] = ['convocato', 'in_corso'];

/** The next incontri of an ambito, or of one tavolo, and the way to the calendar. A section of another page. */
@Component({
  selector: 'app-prossimi-incontri',
  imports: [IncontroRiga, LoadingBar, RouterLink],
  host: { class: 'd-block' },
  template: `
    <h2 id="titolo-prossimi">Prossimi incontri</h2>
    @if (incontri.hasValue()) {
      @if (prossimi().length > 0) {
        <ul class="list-rows">
          @for (incontro of prossimi(); track incontro.id) {
            <li><app-incontro-riga [incontro]="incontro" [ambito]="ambito()" [conTavoli]="tavolo() === undefined" /></li>
          }
        </ul>
      } @else {
        <p>Non ci sono incontri convocati al momento. Quando ce ne sarà uno lo troverai qui.</p>
      }
      <p>
        <a [routerLink]="['/', ambito(), 'incontri']" [queryParams]="tavolo() ? { tavolo: tavolo()?.slug } : {}"
          >Calendario degli incontri{{ tavolo() ? ' del tavolo' : '' }}</a
        >
      </p>
    } @else if (incontri.problem()) {
      <p>
        Non riusciamo a mostrare gli incontri in questo momento. <a [routerLink]="['/', ambito(), 'incontri']">Prova dal calendario</a>.
      </p>
    } @else {
      <app-loading-bar [active]="incontri.isLoading()" />
    }
  `,
})
export class ProssimiIncontri {
  readonly ambito = input.required<string>();
  /** Whose, when not of all. */
  readonly tavolo = input<{ readonly id: string; readonly slug: string }>();
  readonly quanti = input(3);
  readonly #oggi = inject(Oggi).giorno;
  protected readonly incontri = incontriResource(this.ambito, () => ({
    ...finestra({ dal: this.#oggi(), al: piuMesi(this.#oggi(), this.tavolo() ? MESI_TAVOLO : MESI_AMBITO) }),
    tavolo: this.tavolo()?.id,
  }));
  protected readonly prossimi = computed(() =>
    (this.incontri.value()?.items ?? []).filter(({ stato }) => SI_TENGONO.includes(stato)).slice(0, this.quanti()),
  );
}
