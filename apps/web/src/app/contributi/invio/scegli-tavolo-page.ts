import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { pageMeta } from '../../page/page-meta';
import { aperti, tavoliResource } from '../../tavoli/tavoli.api';
import { EmptyState } from '../../ui/empty-state';
import { ResourceState } from '../../page/resource-state';

/** Where a contributo begins, for who does not know the tavoli: which one to write to. */
@Component({
  selector: 'app-scegli-tavolo-page',
  imports: [EmptyState, ResourceState, RouterLink],
  template: `
    <div class="container section">
      <h1>Invia un contributo</h1>
      <p class="lead">
        Racconta un bisogno, fai una proposta, segnala come funziona un servizio. Bastano cinque minuti, e non serve registrarsi.
      </p>
      @if (scelte().length > 0) {
        <h2 class="h4">A quale tavolo scrivi?</h2>
        <p>Scegli quello che si occupa del tuo tema. Se non sei sicuro, scegli il più vicino: chi legge può passarlo al tavolo giusto.</p>
        <ul class="list-rows" aria-label="Tavoli">
          @for (tavolo of scelte(); track tavolo.id) {
            <li>
              <div class="row-main">
                <a class="h5" [routerLink]="['/', ambito(), 'tavoli', tavolo.slug, 'contributi', 'nuovo']">{{ tavolo.nome }}</a>
                <p class="mb-0">{{ tavolo.scopo }}</p>
              </div>
            </li>
          }
        </ul>
        <p>Ne hai già mandato uno? <a [routerLink]="['/', ambito(), 'contributi', 'codice']">Guarda a che punto è</a></p>
      } @else if (tavoli.hasValue()) {
        <app-empty-state title="Non ci sono ancora tavoli a cui scrivere" icon="table"
          ><p>I tavoli nascono con il Piano: torna a trovarci.</p></app-empty-state
        >
      } @else {
        <app-resource-state [of]="tavoli" />
      }
    </div>
  `,
})
export class ScegliTavoloPage {
  readonly ambito = input.required<string>();
  protected readonly tavoli = tavoliResource(this.ambito);
  protected readonly scelte = computed(() => aperti(this.tavoli));

  constructor() {
    pageMeta(() => ({
      title: 'Invia un contributo',
      description: 'Scrivi a un tavolo: un bisogno, una proposta, una segnalazione, un’esperienza. Senza registrarsi.',
    }));
  }
}
