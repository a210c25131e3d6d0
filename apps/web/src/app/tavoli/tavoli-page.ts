import { Component, input } from '@angular/core';
import { pageMeta } from '../page/page-meta';
import { EmptyState } from '../ui/empty-state';
import { ResourceState } from '../page/resource-state';
import { TavoloCard } from './tavolo-card';
import { tavoliResource } from './tavoli.api';

/** Public list of the tavoli of an ambito. */
@Component({
  selector: 'app-tavoli-page',
  imports: [EmptyState, ResourceState, TavoloCard],
  template: `
    <div class="container section">
      <h1>Tavoli</h1>
      <p class="lead">Ogni tavolo si occupa di un’area del Piano. Apri un tavolo per sapere di che cosa si occupa e chi ne fa parte.</p>
      @if (tavoli.hasValue() && tavoli.value().items.length > 0) {
        <ul class="cards">
          @for (tavolo of tavoli.value().items; track tavolo.id) {
            <li><app-tavolo-card [tavolo]="tavolo" [ambito]="ambito()" /></li>
          }
        </ul>
      } @else if (tavoli.hasValue()) {
        <app-empty-state title="Non ci sono ancora tavoli" icon="table"
          ><p>I tavoli nascono con il Piano: torna a trovarci.</p></app-empty-state
        >
      } @else {
        <app-resource-state [of]="tavoli" />
      }
    </div>
  `,
})
export class TavoliPage {
  readonly ambito = input.required<string>();
  protected readonly tavoli = tavoliResource(this.ambito);

  constructor() {
    pageMeta(() => ({
      title: 'Tavoli',
      description: 'I tavoli del Piano: di che cosa si occupano, chi li segue, quali enti ne fanno parte.',
    }));
  }
}
