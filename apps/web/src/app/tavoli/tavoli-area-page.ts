import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Permission } from '@tavoli/shared';
import { EmptyState } from '../ui/empty-state';
import { ResourceState } from '../page/resource-state';
import { Permissions } from '../session/permissions';
import { aperti, tavoliResource } from './tavoli.api';

/** What is done at a tavolo, each by its permission there. */
const LAVORI: readonly { readonly testo: string; readonly path: readonly string[]; readonly permesso: Permission }[] = [
  { testo: 'Elaborati', path: ['elaborati'], permesso: 'elaborato.leggi' },
  { testo: 'Impegni', path: ['impegni'], permesso: 'impegno.elenca' },
  { testo: 'Nuovo incontro', path: ['incontri', 'nuovo'], permesso: 'incontro.crea' },
  { testo: 'Partecipazione degli enti', path: ['partecipazione'], permesso: 'tavolo.partecipazione' },
  { testo: 'Trovare una data', path: ['date'], permesso: 'disponibilita.elenca' },
  { testo: 'Punti proposti', path: ['proposte'], permesso: 'proposta.elenca' },
  { testo: 'Osservatori', path: ['osservatori'], permesso: 'osservatore.elenca' },
  { testo: 'Sottogruppi', path: ['sottogruppi'], permesso: 'sottogruppo.crea' },
  { testo: 'Regole', path: ['regole'], permesso: 'tavolo.regola' },
  { testo: 'Modifica la pagina', path: [], permesso: 'tavolo.modifica' },
];

/** The tavoli where the reader has something to do, with what they do there. */
@Component({
  selector: 'app-tavoli-area-page',
  imports: [EmptyState, ResourceState, RouterLink],
  template: `
    <div class="container section">
      <h1>I tavoli</h1>
      @if (tavoli.hasValue()) {
        <ul class="list-rows">
          @for (riga of suoi(); track riga.tavolo.id) {
            <li>
              <h2 class="h5 mb-1">
                <a [routerLink]="['/', ambito(), 'tavoli', riga.tavolo.slug]">{{ riga.tavolo.codice }} · {{ riga.tavolo.nome }}</a>
              </h2>
              <ul class="list-plain actions">
                @for (lavoro of riga.lavori; track lavoro.testo) {
                  <li>
                    <a [routerLink]="['/', ambito(), 'area', 'tavoli', riga.tavolo.slug, ...lavoro.path]"
                      >{{ lavoro.testo }}<span class="visually-hidden">, {{ riga.tavolo.nome }}</span></a
                    >
                  </li>
                }
              </ul>
            </li>
          }
        </ul>
        @if (suoi().length === 0) {
          <app-empty-state title="Non segui ancora nessun tavolo" icon="table"
            ><p><a [routerLink]="['/', ambito(), 'tavoli']">Guarda i tavoli dell’ambito</a></p></app-empty-state
          >
        }
      } @else {
        <app-resource-state [of]="tavoli" />
      }
    </div>
  `,
})
export class TavoliAreaPage {
  readonly ambito = input.required<string>();
  readonly #permissions = inject(Permissions);
  protected readonly tavoli = tavoliResource(this.ambito);
  protected readonly suoi = computed(() =>
    aperti(this.tavoli)
      .map(tavolo => ({ tavolo, lavori: LAVORI.filter(l => this.#permissions.can(l.permesso, this.ambito(), { tavoloId: tavolo.id })) }))
      .filter(riga => riga.lavori.length > 0),
  );
}
