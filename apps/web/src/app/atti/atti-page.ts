import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TIPI_ATTO_LABEL } from '../iter/iter.labels';
import { Pager } from '../page/pager';
import { pageMeta } from '../page/page-meta';
import { ResourceState } from '../page/resource-state';
import { EmptyState } from '../ui/empty-state';
import { optionsOf } from '../ui/fields/option';
import { SelectField } from '../ui/fields/select-field';
import { AttoRiga } from './atto-riga';
import { attiList } from './atti-pubblici.api';

/** The public acts of the ambito, latest first. */
@Component({
  selector: 'app-atti-page',
  imports: [AttoRiga, EmptyState, Pager, ResourceState, SelectField],
  template: `
    <div class="container section">
      <h1>Atti dell’ambito</h1>
      <p class="lead">Determine, deliberazioni, protocolli d’intesa e convenzioni che l’ambito rende pubblici, dal più recente.</p>
      <div class="filters">
        <app-select-field label="Tipo di atto" empty="Tutti" [options]="tipi" [value]="tipo()" (valueChange)="filtra($event)" />
      </div>
      @if (atti.ready() && atti.items().length > 0) {
        <ul class="list-rows">
          @for (atto of atti.items(); track atto.id) {
            <li><app-atto-riga [ambito]="ambito()" [atto]="atto" /></li>
          }
        </ul>
        <app-pager [list]="atti" />
      } @else if (atti.ready()) {
        <app-empty-state title="Nessun atto pubblico, per ora"
          ><p>Gli atti compaiono qui quando l’ambito li rende pubblici.</p></app-empty-state
        >
      } @else {
        <app-resource-state [of]="atti" />
      }
    </div>
  `,
})
export class AttiPage {
  readonly ambito = input.required<string>();
  readonly tipo = input('', { transform: (value: string | undefined) => value ?? '' });
  readonly anno = input('', { transform: (value: string | undefined) => value ?? '' });
  protected readonly atti = attiList(
    this.ambito,
    computed(() => ({ tipo: this.tipo(), anno: this.anno() })),
  );
  protected readonly tipi = optionsOf(TIPI_ATTO_LABEL);
  readonly #router = inject(Router);

  constructor() {
    pageMeta(() => ({ title: 'Atti dell’ambito' }));
  }

  protected filtra(tipo: string): void {
    void this.#router.navigate([], { queryParams: { tipo: tipo || null } });
  }
}
