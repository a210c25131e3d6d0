import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { liveReload } from '../../live/live-reload';
import { Permissions } from '../../session/permissions';
import { SessionStore } from '../../session/session-store';
import { FoglioPipe } from '../../ui/words/foglio';
import { DataPipe } from '../../ui/words/dates';
import { EmptyState } from '../../ui/empty-state';
import { EuroPipe } from '../../ui/fields/euro-field';
import { ResourceState } from '../../page/resource-state';
import { adesioniCsv, adesioniResource } from '../iter.api';
import { StatoIter } from '../stato-iter';

/** The adesioni that one may see: for the offices those that were sent, for an operatore those of their enti. */
@Component({
  selector: 'app-adesioni-page',
  imports: [FoglioPipe, DataPipe, EmptyState, EuroPipe, ResourceState, RouterLink, StatoIter],
  template: `
    <div class="container section">
      <h1>Adesioni all’accordo</h1>
      <p class="lead">Con l’adesione un ente si impegna nell’accordo di programma, con le risorse che mette a disposizione.</p>
      @if (adesioni.hasValue()) {
        <p class="actions">
          @if (puoAderire()) {
            <a class="btn btn-primary" [routerLink]="['nuova']">Aderisci con il tuo ente</a>
          }
          @if (puoEsportare()) {
            <a class="btn btn-outline-primary" [href]="csv() | foglio" download>Scarica per Excel</a>
            <a class="btn btn-outline-primary" [href]="csv()" download>Scarica in CSV</a>
          }
        </p>
        @if (adesioni.value().totaleAccolte > 0) {
          <p>
            Risorse delle adesioni accolte: <strong>{{ adesioni.value().totaleAccolte | euro }}</strong>.
          </p>
        }
        @if (adesioni.value().items.length > 0) {
          <ul class="list-rows">
            @for (a of adesioni.value().items; track a.id) {
              <li>
                <p class="mb-1"><app-stato-iter [stato]="a.stato" /></p>
                <h2 class="h5 mb-1">
                  <a [routerLink]="[a.id]">{{ a.ente.denominazione }}</a>
                </h2>
                <p class="mb-0 text-muted">
                  {{ a.quanteRisorse === 1 ? '1 risorsa' : a.quanteRisorse + ' risorse' }}, {{ a.totale | euro
                  }}{{ a.inviataAt ? ' · inviata il ' + (a.inviataAt | data) : '' }}
                </p>
              </li>
            }
          </ul>
        } @else {
          <app-empty-state title="Nessuna adesione, per ora"><p>Le adesioni degli enti verificati compaiono qui.</p></app-empty-state>
        }
      } @else {
        <app-resource-state [of]="adesioni" />
      }
    </div>
  `,
})
export class AdesioniPage {
  readonly ambito = input.required<string>();
  protected readonly adesioni = adesioniResource(this.ambito);
  protected readonly csv = computed(() => adesioniCsv(this.ambito()));
  readonly #permissions = inject(Permissions);
  readonly #session = inject(SessionStore);
  protected readonly puoEsportare = computed(() => this.#permissions.can('adesione.esporta', this.ambito()));
  protected readonly puoAderire = computed(() =>
    this.#session.sessione().enti.some(e => e.ambito.slug === this.ambito() && e.stato === 'verificato'),
  );

  constructor() {
    liveReload('adesione', () => this.adesioni.reload());
  }
}
