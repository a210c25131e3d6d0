import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { conGiorno } from '@tavoli/shared';
import { pageMeta } from '../page/page-meta';
import { EmptyState } from '../ui/empty-state';
import { ResourceState } from '../page/resource-state';
import { TavoloCard } from './tavolo-card';
import { aperti, tavoliResource } from './tavoli.api';

/** Public list of the tavoli of an ambito. */
@Component({
  selector: 'app-tavoli-page',
  imports: [EmptyState, ResourceState, RouterLink, TavoloCard],
  template: `
    <div class="container section">
      <h1>Tavoli</h1>
      <p class="lead">Ogni tavolo si occupa di un’area del Piano. Apri un tavolo per sapere di che cosa si occupa e chi ne fa parte.</p>
      <p><a [routerLink]="['/', ambito(), 'enti']">Cerca un ente o una persona fra chi siede ai tavoli</a></p>
      @if (tavoli.hasValue() && tavoli.value().items.length > 0) {
        <ul class="cards">
          @for (tavolo of aperti(); track tavolo.id) {
            <li><app-tavolo-card [tavolo]="tavolo" [ambito]="ambito()" /></li>
          }
        </ul>
        @if (chiusi().length > 0) {
          <h2 class="h4 mt-5">Tavoli chiusi</h2>
          <p>Non si incontrano più. Le loro pagine, i verbali e gli altri atti restano qui.</p>
          <ul>
            @for (tavolo of chiusi(); track tavolo.id) {
              <li>
                <a [routerLink]="['/', ambito(), 'tavoli', tavolo.slug]">{{ tavolo.nome }}</a>, {{ dal(tavolo.chiusoIl ?? '') }}
              </li>
            }
          </ul>
        }
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
  protected readonly aperti = computed(() => aperti(this.tavoli));
  protected readonly chiusi = computed(() => (this.tavoli.value()?.items ?? []).filter(t => t.chiusoIl !== null));
  protected readonly dal = (giorno: string) => conGiorno('dal', giorno);

  constructor() {
    pageMeta(() => ({
      title: 'Tavoli',
      description: 'I tavoli del Piano: di che cosa si occupano, chi li segue, quali enti ne fanno parte.',
    }));
  }
}
