import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DataPipe } from '../../ui/words/dates';
import { EmptyState } from '../../ui/empty-state';
import { ResourceState } from '../../page/resource-state';
import { mieiResource } from '../contributi.api';
import { StatoContributoBadge } from '../stato-contributo';

/** What one has sent with the account, latest first; what waits for the author is said. */
@Component({
  selector: 'app-miei-contributi-page',
  imports: [DataPipe, EmptyState, ResourceState, RouterLink, StatoContributoBadge],
  template: `
    <div class="container section">
      <h1>I miei contributi</h1>
      <p class="lead">Quello che hai mandato ai tavoli con questo account, e a che punto è.</p>
      @if (miei.hasValue()) {
        <ul class="list-rows">
          @for (c of suoi(); track c.id) {
            <li>
              <p class="mb-1"><app-stato-contributo [stato]="c.stato" /></p>
              <h2 class="h5 mb-1">
                <a [routerLink]="['/', ambito(), 'area', 'contributi', c.id]">{{ c.titolo }}</a>
              </h2>
              <p class="mb-0">
                {{ c.tavolo.nome }} · <time [attr.datetime]="c.inviatoAt">{{ c.inviatoAt | data }}</time> · {{ c.codice }}
              </p>
              @if (c.azioni.includes('ripresenta')) {
                <p class="mb-0"><strong>Ti abbiamo chiesto di cambiare qualcosa.</strong></p>
              }
            </li>
          }
        </ul>
        @if (suoi().length === 0) {
          <app-empty-state title="Non hai ancora mandato contributi" icon="document"
            ><p><a [routerLink]="['/', ambito(), 'tavoli']">Scegli un tavolo</a> e scrivi il primo.</p></app-empty-state
          >
        }
      } @else {
        <app-resource-state [of]="miei" />
      }
    </div>
  `,
})
export class MieiContributiPage {
  readonly ambito = input.required<string>();
  protected readonly miei = mieiResource();
  protected readonly suoi = computed(() => (this.miei.value()?.items ?? []).filter(c => c.ambito.slug === this.ambito()));
}
