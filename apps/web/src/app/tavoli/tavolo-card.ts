import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TavoloRigaView } from '@tavoli/shared';

/** A tavolo in a grid of cards (`ul.cards`). */
@Component({
  selector: 'app-tavolo-card',
  imports: [RouterLink],
  host: { class: 'card-plain' },
  template: `
    @if (tavolo().aree.length > 0) {
      <p class="card-kicker">{{ tavolo().aree.join(' · ') }}</p>
    }
    <h3 class="h5"><a [routerLink]="['/', ambito(), 'tavoli', tavolo().slug]">{{ tavolo().nome }}</a></h3>
    <p class="card-text">{{ tavolo().scopo }}</p>
    <dl class="card-facts">
      <div><dt>Referente</dt><dd>{{ tavolo().referente ?? 'da nominare' }}</dd></div>
      <div><dt>Enti</dt><dd>{{ tavolo().numeroEnti }}</dd></div>
    </dl>
  `,
})
export class TavoloCard {
  readonly tavolo = input.required<TavoloRigaView>();
  /** Slug of the ambito. */
  readonly ambito = input.required<string>();
}
