import { Component, computed, input } from '@angular/core';
import { ownCopy } from '../session/own-copy';
import { pageMeta } from '../page/page-meta';
import { EmptyState } from '../ui/empty-state';
import { ResourceState } from '../page/resource-state';
import { VerbaleRiga } from './verbale-riga';
import { verbaliResource } from './verbali-pubblici.api';

/** The verbali of an ambito by tavolo: the published ones; whoever takes part in them finds also those not yet published. */
@Component({
  selector: 'app-verbali-page',
  imports: [EmptyState, ResourceState, VerbaleRiga],
  template: `
    <div class="container section">
      <h1>Verbali</h1>
      <p class="lead">Che cosa si è detto e deciso negli incontri dei tavoli.</p>
      @if (verbali.hasValue()) {
        @for (gruppo of gruppi(); track gruppo.id) {
          <section [attr.aria-labelledby]="'tavolo-' + gruppo.id">
            <h2 class="h4 mt-5" [id]="'tavolo-' + gruppo.id">{{ gruppo.nome }}</h2>
            <ul class="list-rows">
              @for (verbale of gruppo.verbali; track verbale.id) {
                <li><app-verbale-riga [verbale]="verbale" [ambito]="ambito()" [level]="3" [conTavoli]="verbale.tavoli.length > 1" /></li>
              }
            </ul>
          </section>
        } @empty {
          <app-empty-state title="Nessun verbale pubblicato"><p>Dopo ogni incontro il verbale, approvato, compare qui.</p></app-empty-state>
        }
      } @else {
        <app-resource-state [of]="verbali" />
      }
    </div>
  `,
})
export class VerbaliPage {
  readonly ambito = input.required<string>();
  protected readonly verbali = verbaliResource(this.ambito, () => null);
  /** Under the first of their tavoli; of none: plenarie. In the order of the most recent. */
  protected readonly gruppi = computed(() => {
    const items = this.verbali.value()?.items ?? [];
    const nomi = new Map(items.map(({ tavoli: [tavolo] }) => [tavolo?.id ?? 'plenarie', tavolo?.nome ?? 'Plenarie']));
    return [...nomi].map(([id, nome]) => ({
      id,
      nome,
      verbali: items.filter(({ tavoli: [tavolo] }) => (tavolo?.id ?? 'plenarie') === id),
    }));
  });

  constructor() {
    pageMeta(() => ({ title: 'Verbali', description: 'I verbali degli incontri dei Tavoli Tematici: che cosa si è detto e deciso.' }));
    ownCopy(this.verbali);
  }
}
