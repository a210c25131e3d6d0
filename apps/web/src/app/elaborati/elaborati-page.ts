import { Component, computed, input } from '@angular/core';
import { pageMeta } from '../page/page-meta';
import { EmptyState } from '../ui/empty-state';
import { ResourceState } from '../page/resource-state';
import { ElaboratoRiga } from './elaborato-riga';
import { elaboratiResource } from './elaborati-pubblici.api';

/** What the tavoli have written and the Piano has taken in, by tavolo. */
@Component({
  selector: 'app-elaborati-page',
  imports: [ElaboratoRiga, EmptyState, ResourceState],
  template: `
    <div class="container section">
      <h1>Elaborati</h1>
      <p class="lead">
        Analisi dei bisogni, priorità, obiettivi e schede di progetto che i tavoli hanno scritto e che il Piano ha accolto.
      </p>
      @if (elaborati.hasValue()) {
        @for (gruppo of gruppi(); track gruppo.id) {
          <section [attr.aria-labelledby]="'tavolo-' + gruppo.id">
            <h2 class="h4 mt-5" [id]="'tavolo-' + gruppo.id">{{ gruppo.nome }}</h2>
            <ul class="list-rows">
              @for (e of gruppo.elaborati; track e.id) {
                <li><app-elaborato-riga [elaborato]="e" [ambito]="ambito()" [level]="3" [conTavolo]="false" /></li>
              }
            </ul>
          </section>
        } @empty {
          <app-empty-state title="Nessun elaborato, per ora" icon="document"
            ><p>Quando il Piano accoglie quello che scrive un tavolo, lo trovi qui.</p></app-empty-state
          >
        }
      } @else {
        <app-resource-state [of]="elaborati" />
      }
    </div>
  `,
})
export class ElaboratiPage {
  readonly ambito = input.required<string>();
  protected readonly elaborati = elaboratiResource(this.ambito, () => null);
  /** Only what everyone reads: staff find the rest in their area. */
  readonly #accolti = computed(() => (this.elaborati.value()?.items ?? []).filter(e => e.stato === 'accolto'));
  protected readonly gruppi = computed(() =>
    [...new Map(this.#accolti().map(e => [e.tavolo.id, e.tavolo.nome]))].map(([id, nome]) => ({
      id,
      nome,
      elaborati: this.#accolti().filter(e => e.tavolo.id === id),
    })),
  );

  constructor() {
    pageMeta(() => ({ title: 'Elaborati', description: 'Che cosa hanno scritto i Tavoli Tematici per il Piano.' }));
  }
}
