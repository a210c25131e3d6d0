import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NomeGuida } from '@tavoli/shared';
import { pageMeta } from '../page/page-meta';
import { ResourceState } from '../page/resource-state';
import { paginaGuidaResource } from './guida.api';
import { GuidaBlocchi } from './guida-blocchi';
import { parole, scritto } from './testo';

/** A page of the guide, with its contents. */
@Component({
  selector: 'app-guida-capitolo-page',
  imports: [GuidaBlocchi, ResourceState, RouterLink],
  template: `
    @if (letta.hasValue()) {
      <div class="container section">
        <h1>{{ letta.value().titolo }}</h1>
        @if (sezioni().length > 2) {
          <nav class="guida-sommario" aria-labelledby="in-questa-pagina">
            <h2 class="h5" id="in-questa-pagina">In questa pagina</h2>
            <ul>
              @for (s of sezioni(); track s.ancora) {
                <li>
                  <a [routerLink]="[]" [fragment]="s.ancora">{{ s.titolo }}</a>
                </li>
              }
            </ul>
          </nav>
        }
        <app-guida-blocchi [blocchi]="letta.value().blocchi" />
        <p class="no-print mt-5"><a [routerLink]="['/', 'guida']">Tutte le pagine della guida</a></p>
      </div>
    } @else {
      <app-resource-state [of]="letta" />
    }
  `,
})
export class GuidaCapitoloPage {
  /** From the route. */
  readonly pagina = input.required<NomeGuida>();
  protected readonly letta = paginaGuidaResource(this.pagina);
  protected readonly sezioni = computed(() =>
    (this.letta.value()?.blocchi ?? []).flatMap(b =>
      b.tipo === 'titolo' && b.livello === 2 ? [{ ancora: b.ancora, titolo: scritto(b.tratti) }] : [],
    ),
  );

  constructor() {
    pageMeta(() => {
      const letta = this.letta.value();
      return letta && { title: letta.titolo, description: parole(letta.blocchi) };
    });
  }
}
