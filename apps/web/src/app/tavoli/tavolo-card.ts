import { Component, computed, input } from '@angular/core';
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
    <div class="h5" role="heading" [attr.aria-level]="level()">
      <a [routerLink]="['/', ambito(), 'tavoli', tavolo().slug]">{{ tavolo().nome }}</a>
    </div>
    <p class="card-text">{{ tavolo().scopo }}</p>
    <dl class="card-facts">
      <div>
        <dt>Referente</dt>
        <dd>{{ tavolo().referente ?? 'da nominare' }}</dd>
      </div>
      <div>
        <dt>Enti</dt>
        <dd>{{ tavolo().numeroEnti }}</dd>
      </div>
      @if (sottogruppi(); as nomi) {
        <div>
          <dt>Sottogruppi</dt>
          <dd>{{ nomi }}</dd>
        </div>
      }
    </dl>
  `,
})
export class TavoloCard {
  readonly tavolo = input.required<TavoloRigaView>();
  /** Slug of the ambito. */
  readonly ambito = input.required<string>();
  protected readonly sottogruppi = computed(() =>
    this.tavolo()
      .sottogruppi.filter(g => g.chiusoIl === null)
      .map(g => g.nome)
      .join(', '),
  );
  /** Level of its heading: 2 right under the title of a page, 3 in a section. */
  readonly level = input(2);
}
