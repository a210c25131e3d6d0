import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LoadingBar } from '../ui/loading-bar';
import { VerbaleRiga } from './verbale-riga';
import { verbaliResource } from './verbali-pubblici.api';

/** The last published verbali of a tavolo, and the way to all of them. A section of another page. */
@Component({
  selector: 'app-ultimi-verbali',
  imports: [LoadingBar, RouterLink, VerbaleRiga],
  host: { class: 'd-block' },
  template: `
    <h2 id="titolo-verbali">Verbali</h2>
    @if (verbali.hasValue()) {
      @if (ultimi().length > 0) {
        <ul class="list-rows">
          @for (verbale of ultimi(); track verbale.id) {
            <li><app-verbale-riga [verbale]="verbale" [ambito]="ambito()" [level]="3" [conTavoli]="verbale.tavoli.length > 1" /></li>
          }
        </ul>
        <p><a [routerLink]="['/', ambito(), 'verbali']">Tutti i verbali</a></p>
      } @else {
        <p>Non c’è ancora nessun verbale pubblicato.</p>
      }
    } @else if (verbali.problem()) {
      <p>Non riusciamo a mostrare i verbali in questo momento. <a [routerLink]="['/', ambito(), 'verbali']">Prova dall’elenco</a>.</p>
    } @else {
      <app-loading-bar [active]="verbali.isLoading()" />
    }
  `,
})
export class UltimiVerbali {
  readonly ambito = input.required<string>();
  /** Id of the tavolo. */
  readonly tavolo = input.required<string>();
  readonly quanti = input(3);
  protected readonly verbali = verbaliResource(this.ambito, this.tavolo);
  protected readonly ultimi = computed(() =>
    (this.verbali.value()?.items ?? []).filter(({ stato }) => stato === 'pubblicato').slice(0, this.quanti()),
  );
}
