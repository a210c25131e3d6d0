import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { liveReload } from '../../live/live-reload';
import { ResourceState } from '../../page/resource-state';
import { Permissions } from '../../session/permissions';
import { tavoloResource } from '../../tavoli/tavoli.api';
import { EmptyState } from '../../ui/empty-state';
import { StatoBadge } from '../../ui/stato-badge';
import { DataOraPipe } from '../../ui/words/dates';
import { ricercheResource } from './disponibilita.api';

/** The days that a tavolo looked for. */
@Component({
  selector: 'app-date-page',
  imports: [DataOraPipe, EmptyState, ResourceState, RouterLink, StatoBadge],
  template: `
    <div class="container section">
      @if (tavolo.hasValue() && ricerche.hasValue()) {
        <h1>Trovare una data</h1>
        <p class="lead">
          Le date proposte per gli incontri del tavolo <a [routerLink]="['/', ambito(), 'tavoli', slug()]">{{ tavolo.value().nome }}</a>, e
          chi ha detto quando può.
        </p>
        @if (puoChiedere()) {
          <p><a class="btn btn-primary" [routerLink]="['/', ambito(), 'area', 'tavoli', slug(), 'date', 'nuova']">Proponi delle date</a></p>
        }
        <ul class="list-rows">
          @for (d of ricerche.value().items; track d.id) {
            <li>
              <p class="mb-1">
                <app-stato-badge
                  stato="in_attesa"
                  [label]="d.raccoglie ? 'Si risponde' : d.incontroId ? 'Data scelta' : 'Chiusa'"
                  [tone]="d.raccoglie ? 'success' : 'neutral'"
                />
              </p>
              <h2 class="h5 mb-1">
                <a [routerLink]="['/', ambito(), 'area', 'tavoli', slug(), 'date', d.id]">{{ d.titolo }}</a>
              </h2>
              <p class="mb-0 text-muted">
                {{ d.date }} date · hanno risposto {{ d.risposte }} su {{ d.chieste }} · {{ d.raccoglie ? 'si risponde' : 'si rispondeva' }}
                {{ d.entroAt | dataOra: 'entro il' }}
              </p>
            </li>
          }
        </ul>
        @if (ricerche.value().items.length === 0) {
          <app-empty-state title="Nessuna data proposta, per ora" icon="calendar">
            <p>Proponi qualche data: chi siede al tavolo dice quando può, e l’incontro lo prepari da quella che va meglio.</p>
          </app-empty-state>
        }
      } @else {
        <app-resource-state [of]="tavolo.problem() ? tavolo : ricerche" />
      }
    </div>
  `,
})
export class DatePage {
  readonly ambito = input.required<string>();
  readonly slug = input.required<string>({ alias: 'tavolo' });
  protected readonly tavolo = tavoloResource(this.ambito, this.slug);
  protected readonly ricerche = ricercheResource(this.ambito, this.slug);
  readonly #permissions = inject(Permissions);
  protected readonly puoChiedere = computed(
    () =>
      this.tavolo.value()?.chiusoIl === null &&
      this.#permissions.can('disponibilita.crea', this.ambito(), { tavoloId: this.tavolo.value()?.id ?? null }),
  );

  constructor() {
    liveReload('incontro', () => this.ricerche.reload());
  }
}
