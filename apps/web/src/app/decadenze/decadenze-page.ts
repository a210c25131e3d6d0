import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { conGiorno, ETICHETTE_MOTIVO_DECADENZA } from '@tavoli/shared';
import { liveReload } from '../live/live-reload';
import { ResourceState } from '../page/resource-state';
import { EmptyState } from '../ui/empty-state';
import { decadenzeResource } from './decadenze.api';
import { STATI } from './decadenze.labels';

/** The procedimenti that the reader may see: those to decide first. */
@Component({
  selector: 'app-decadenze-page',
  imports: [EmptyState, ResourceState, RouterLink],
  template: `
    <div class="container section">
      @if (decadenze.hasValue()) {
        <h1>Procedimenti di decadenza</h1>
        <p class="lead">Un procedimento si apre dalla partecipazione di un tavolo o dalla designazione di un ente. Non è mai pubblico.</p>
        <ul class="list-rows">
          @for (k of decadenze.value().items; track k.id) {
            <li>
              <p class="mb-1">
                <a [routerLink]="['/', ambito(), 'area', 'decadenze', k.id]"
                  ><strong>{{ k.ente.denominazione }}</strong> · {{ k.tavolo.nome }}</a
                >
              </p>
              <p class="mb-0">
                {{ stati[k.stato] }} · {{ motivi[k.motivo] }}{{ k.stato === 'aperto' ? ' · ' + seguito(k.termine, k.haMemorie) : '' }}
              </p>
            </li>
          } @empty {
            <li><app-empty-state title="Nessun procedimento" icon="check" /></li>
          }
        </ul>
      } @else {
        <app-resource-state [of]="decadenze" />
      }
    </div>
  `,
})
export class DecadenzePage {
  readonly ambito = input.required<string>();
  protected readonly decadenze = decadenzeResource(this.ambito);
  protected readonly stati = STATI;
  protected readonly motivi = ETICHETTE_MOTIVO_DECADENZA;

  constructor() {
    liveReload('decadenza', () => this.decadenze.reload());
  }

  protected seguito(termine: string, haMemorie: boolean): string {
    return haMemorie ? 'l’ente ha scritto' : `l’ente può scrivere ${conGiorno('fino al', termine)}`;
  }
}
