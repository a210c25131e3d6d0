import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { liveReload } from '../live/live-reload';
import { DataOraPipe } from '../ui/words/dates';
import { IdGenerator } from '../ui/id-generator';
import { ResourceState } from '../page/resource-state';
import { cruscottoTavoloResource } from './cruscotto.api';
import { via } from './percorso';

/** What waits for who leads a tavolo, each with the page where it is done, and the next incontro. */
@Component({
  selector: 'app-da-fare-tavolo',
  imports: [DataOraPipe, ResourceState, RouterLink],
  host: { class: 'd-block' },
  template: `
    <section class="highlight" [attr.aria-labelledby]="id">
      <h2 class="h4" [id]="id">{{ nome() }}: che cosa ti aspetta</h2>
      @if (cruscotto.hasValue()) {
        @let view = cruscotto.value();
        @if (view.daFare.length > 0) {
          <ul class="list-plain">
            @for (cosa of view.daFare; track cosa.testo) {
              <li class="pb-2">
                <a [routerLink]="dove(cosa.percorso).link" [queryParams]="dove(cosa.percorso).query">{{ cosa.testo }}</a>
              </li>
            }
          </ul>
        } @else {
          <p>Niente in sospeso: è tutto a posto.</p>
        }
        @if (view.prossimo; as p) {
          <p>
            Prossimo incontro: <a [routerLink]="['/', ambito(), 'area', 'incontri', p.id]">{{ p.titolo }}</a>,
            {{ p.inizioAt | dataOra }} ({{ p.risposte.si }} sì, {{ p.risposte.no }} no, {{ p.risposte.inAttesa }} in attesa).
          </p>
        }
      } @else {
        <app-resource-state [of]="cruscotto" />
      }
    </section>
  `,
})
export class DaFareTavolo {
  readonly ambito = input.required<string>();
  /** Slug of the tavolo. */
  readonly tavolo = input.required<string>();
  readonly nome = input.required<string>();
  protected readonly cruscotto = cruscottoTavoloResource(this.ambito, this.tavolo);
  protected readonly id = inject(IdGenerator).next('da-fare');

  constructor() {
    liveReload(['incontro', 'designazione', 'verbale', 'elaborato', 'contributo'], () => this.cruscotto.reload());
  }

  protected dove(percorso: string): ReturnType<typeof via> {
    return via(this.ambito(), percorso);
  }
}
