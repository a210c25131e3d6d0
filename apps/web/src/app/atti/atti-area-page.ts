import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TIPI_ATTO_LABEL } from '../iter/iter.labels';
import { liveReload } from '../live/live-reload';
import { Pager } from '../page/pager';
import { ResourceState } from '../page/resource-state';
import { EmptyState } from '../ui/empty-state';
import { optionsOf } from '../ui/fields/option';
import { SelectField } from '../ui/fields/select-field';
import { AttoRiga } from './atto-riga';
import { attiList } from './atti.api';

/** All the acts of the ambito, for its offices. */
@Component({
  selector: 'app-atti-area-page',
  imports: [AttoRiga, EmptyState, Pager, ResourceState, RouterLink, SelectField],
  template: `
    <div class="container section">
      <h1>Atti dell’ambito</h1>
      <p class="lead">Tutti gli atti, anche quelli delle fasi dell’iter. Chiunque legge quelli pubblici.</p>
      <p><a class="btn btn-primary" [routerLink]="['/', ambito(), 'area', 'atti', 'nuovo']">Nuovo atto</a></p>
      <div class="filters">
        <app-select-field label="Tipo di atto" empty="Tutti" [options]="tipi" [value]="tipo()" (valueChange)="filtra($event)" />
      </div>
      @if (atti.ready() && atti.items().length > 0) {
        <ul class="list-rows">
          @for (atto of atti.items(); track atto.id) {
            <li>
              <app-atto-riga [ambito]="ambito()" [atto]="atto" />
              <p class="mb-0">
                <a [routerLink]="['/', ambito(), 'area', 'atti', atto.id]"
                  >Modifica, e protocollo del comune<span class="visually-hidden"> di {{ atto.titolo }}</span></a
                >
              </p>
            </li>
          }
        </ul>
        <app-pager [list]="atti" />
      } @else if (atti.ready()) {
        <app-empty-state title="Nessun atto, per ora"
          ><p>Comincia dalla determina dell’avviso, o da un protocollo d’intesa.</p></app-empty-state
        >
      } @else {
        <app-resource-state [of]="atti" />
      }
    </div>
  `,
})
export class AttiAreaPage {
  readonly ambito = input.required<string>();
  readonly tipo = input('', { transform: (value: string | undefined) => value ?? '' });
  protected readonly atti = attiList(
    this.ambito,
    computed(() => ({ tipo: this.tipo(), anno: '' })),
  );
  protected readonly tipi = optionsOf(TIPI_ATTO_LABEL);
  readonly #router = inject(Router);

  constructor() {
    liveReload('iter', () => this.atti.reload());
  }

  protected filtra(tipo: string): void {
    void this.#router.navigate([], { queryParams: { tipo: tipo || null } });
  }
}
