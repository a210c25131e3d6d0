import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ResourceState } from '../page/resource-state';
import { EmptyState } from '../ui/empty-state';
import { StatoBadge } from '../ui/stato-badge';
import { DataPipe } from '../ui/words/dates';
import { mieResource } from './osservatori.api';
import { STATI_IN_PAROLE } from './osservatori.passi';

/** The tavoli that one follows without a seat, or asked to. */
@Component({
  selector: 'app-osservatori-miei-page',
  imports: [DataPipe, EmptyState, ResourceState, RouterLink, StatoBadge],
  template: `
    <div class="container section">
      <h1>Tavoli che osservi</h1>
      <p class="lead">Le tue richieste di seguire un tavolo come osservatore, e a che punto sono.</p>
      @if (mie.hasValue()) {
        <ul class="list-rows">
          @for (m of mie.value().items; track m.id) {
            <li>
              <p class="mb-1"><app-stato-badge stato="in_attesa" [label]="stati[m.stato].label" [tone]="stati[m.stato].tone" /></p>
              <h2 class="h5 mb-1">
                <a [routerLink]="['/', ambito(), 'area', 'tavoli', m.tavolo.slug, 'osservatore']">{{ m.tavolo.nome }}</a>
              </h2>
              <p class="mb-0">
                @if (m.gruppo) {
                  Per il gruppo «{{ m.gruppo }}» ·
                }
                richiesta {{ m.chiestoAt | data: 'del' }}
              </p>
            </li>
          }
        </ul>
        @if (mie.value().items.length === 0) {
          <app-empty-state title="Non osservi nessun tavolo" icon="people">
            <p>
              <a [routerLink]="['/', ambito(), 'tavoli']">Scegli un tavolo</a>: dalla sua pagina puoi chiedere di seguirlo come osservatore.
            </p>
          </app-empty-state>
        }
      } @else {
        <app-resource-state [of]="mie" />
      }
    </div>
  `,
})
export class OsservatoriMieiPage {
  readonly ambito = input.required<string>();
  protected readonly mie = mieResource(this.ambito);
  protected readonly stati = STATI_IN_PAROLE;
}
