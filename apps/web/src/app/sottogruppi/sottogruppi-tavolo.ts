import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TavoloView } from '@tavoli/shared';
import { DataOraPipe } from '../ui/words/dates';
import { durata } from './sottogruppi.words';

/** The sottogruppi of a tavolo on its public page; nothing where it has none. */
@Component({
  selector: 'app-sottogruppi-tavolo',
  imports: [DataOraPipe, RouterLink],
  template: `
    @if (tavolo().sottogruppi.length > 0) {
      <section class="mt-5" aria-labelledby="titolo-sottogruppi">
        <h2 id="titolo-sottogruppi">Sottogruppi</h2>
        <p>Lavorano per il tavolo a un compito preciso, con persone scelte tra chi vi siede.</p>
        <ul class="cards">
          @for (g of aperti(); track g.id) {
            <li class="card-plain">
              <h3 class="h5">
                <a [routerLink]="['/', ambito(), 'tavoli', g.slug]">{{ g.nome }}</a>
              </h3>
              <p class="card-text">{{ g.scopo }}</p>
              <dl class="card-facts">
                <div>
                  <dt>Lavora</dt>
                  <dd>{{ durata(g) }}</dd>
                </div>
                <div>
                  <dt>Enti</dt>
                  <dd>{{ g.enti.join(', ') || 'nessuno, per ora' }}</dd>
                </div>
                <div>
                  <dt>Prossimo incontro</dt>
                  <dd>{{ g.prossimo ? (g.prossimo.inizioAt | dataOra) : 'da fissare' }}</dd>
                </div>
              </dl>
            </li>
          }
        </ul>
        @if (chiusi().length > 0) {
          <p class="mt-3">
            Hanno finito il loro compito:
            @for (g of chiusi(); track g.id; let ultimo = $last) {
              <a [routerLink]="['/', ambito(), 'tavoli', g.slug]">{{ g.nome }}</a>{{ ultimo ? '.' : ', ' }}
            }
          </p>
        }
      </section>
    }
  `,
})
export class SottogruppiTavolo {
  /** Slug of the ambito. */
  readonly ambito = input.required<string>();
  readonly tavolo = input.required<TavoloView>();
  protected readonly aperti = computed(() => this.tavolo().sottogruppi.filter(g => g.chiusoIl === null));
  protected readonly chiusi = computed(() => this.tavolo().sottogruppi.filter(g => g.chiusoIl !== null));
  protected readonly durata = durata;
}
