import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AmbitoCorrente } from '../page/ambito-corrente';
import { pageMeta } from '../page/page-meta';
import { ResourceState } from '../page/resource-state';
import { EmptyState } from '../ui/empty-state';
import { domandeResource } from './di-un-ambito.api';

/** Public page: what people often ask of the ambito, with the answers of its office. */
@Component({
  selector: 'app-domande-page',
  imports: [EmptyState, ResourceState, RouterLink],
  template: `
    <div class="container section">
      <h1>Domande frequenti</h1>
      @if (letta.hasValue()) {
        @if (domande().length > 0) {
          <p class="lead">Quello che ci chiedono più spesso, con le risposte dell’ufficio.</p>
          @for (d of domande(); track $index) {
            <section class="domanda">
              <h2 class="h5">{{ d.domanda }}</h2>
              <p class="pre-line mb-0">{{ d.risposta }}</p>
            </section>
          }
        } @else {
          <app-empty-state title="Ancora nessuna domanda" icon="search">
            <p>L’ufficio non ne ha ancora scritte.</p>
          </app-empty-state>
        }
        <h2 class="h4 mt-5">Non hai trovato la risposta?</h2>
        <ul>
          <li><a [routerLink]="['/', 'guida']">Cerca nella guida</a>: spiega passo per passo come si usa il portale.</li>
          <li><a [routerLink]="['/', ambito(), 'ufficio']">Chiedi all’ufficio</a>{{ telefono() }}.</li>
        </ul>
      } @else {
        <app-resource-state [of]="letta" />
      }
    </div>
  `,
})
export class DomandePage {
  readonly ambito = input.required<string>();
  protected readonly letta = domandeResource(this.ambito);
  protected readonly domande = computed(() => this.letta.value()?.domande ?? []);
  readonly #corrente = inject(AmbitoCorrente).ambito;
  protected readonly telefono = computed(() => {
    const numero = this.#corrente()?.contatti.telefono;
    return numero ? `, anche per telefono: ${numero}` : '';
  });

  constructor() {
    pageMeta(() => ({
      title: 'Domande frequenti',
      description: 'Le domande più frequenti, con le risposte dell’ufficio.',
    }));
  }
}
