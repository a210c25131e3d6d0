import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ETICHETTE_PROTOCOLLATO, numeroSuAnno, type DaProtocollareView, type OggettoProtocollato } from '@tavoli/shared';
import { Pager } from '../page/pager';
import { ResourceState } from '../page/resource-state';
import { FoglioPipe } from '../ui/words/foglio';
import { EmptyState } from '../ui/empty-state';
import { optionsOf } from '../ui/fields/option';
import { SelectField } from '../ui/fields/select-field';
import { DataOraPipe } from '../ui/words/dates';
import { daProtocollareCsv, daProtocollareList } from './protocolli.api';

/** Where each is protocolled: its page within the area, or within the ambito. */
const PAGINE: Readonly<Record<OggettoProtocollato, (id: string) => readonly string[]>> = {
  designazione: id => ['area', 'designazioni', id],
  convocazione: id => ['area', 'incontri', id],
  verbale: id => ['area', 'verbali', id],
  elaborato: id => ['area', 'elaborati', id],
  adesione: id => ['area', 'adesioni', id],
  atto: id => ['area', 'atti', id],
  osservazione: () => ['area', 'iter', 'accordo'],
};

/** What no office has protocolled yet, oldest first. */
@Component({
  selector: 'app-da-protocollare-page',
  imports: [FoglioPipe, DataOraPipe, EmptyState, Pager, ResourceState, RouterLink, SelectField],
  template: `
    <div class="container section">
      <h1>Da protocollare</h1>
      <p class="lead">
        I documenti del portale che non hanno ancora un numero di protocollo del comune, dal più vecchio. Il numero si scrive nella pagina
        di ciascuno.
      </p>
      <div class="filters">
        <app-select-field label="Che cosa" empty="Tutto" [options]="tipi" [value]="tipo()" (valueChange)="filtra($event)" />
      </div>
      @if (lista.ready() && lista.items().length > 0) {
        <p><a [href]="csv() | foglio" download>Scarica l’elenco (Excel)</a> · <a [href]="csv()" download>Scarica l’elenco (CSV)</a></p>
        <ul class="list-rows">
          @for (voce of lista.items(); track voce.id) {
            <li>
              <p class="mb-1">
                <strong>{{ etichette[voce.tipo] }}</strong>: <a [routerLink]="pagina(voce)">{{ voce.titolo }}</a>
              </p>
              <p class="mb-0 text-muted">
                {{ voce.at | dataOra }}{{ voce.numeroDiRegistro ? ' · n. di registro del portale ' + numero(voce.numeroDiRegistro) : '' }}
              </p>
            </li>
          }
        </ul>
        <app-pager [list]="lista" />
      } @else if (lista.ready()) {
        <app-empty-state title="Niente da protocollare"
          ><p>Tutto quello che è arrivato o partito ha già il suo protocollo del comune.</p></app-empty-state
        >
      } @else {
        <app-resource-state [of]="lista" />
      }
    </div>
  `,
})
export class DaProtocollarePage {
  readonly ambito = input.required<string>();
  readonly tipo = input('', { transform: (value: string | undefined) => value ?? '' });
  protected readonly lista = daProtocollareList(this.ambito, this.tipo);
  protected readonly csv = computed(() => daProtocollareCsv(this.ambito(), this.tipo()));
  protected readonly etichette = ETICHETTE_PROTOCOLLATO;
  protected readonly tipi = optionsOf(ETICHETTE_PROTOCOLLATO);
  protected readonly numero = numeroSuAnno;
  readonly #router = inject(Router);

  protected pagina({ tipo, id }: DaProtocollareView): string[] {
    return ['/', this.ambito(), ...PAGINE[tipo](id)];
  }

  protected filtra(tipo: string): void {
    void this.#router.navigate([], { queryParams: { tipo: tipo || null } });
  }
}
