import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AvvisoRigaView } from '@tavoli/shared';
import { DataOraPipe } from '../ui/words/dates';
import { Icon } from '../ui/icon';

/** An avviso that can be answered now, or will be soon: what it is and by when. */
@Component({
  selector: 'app-avviso-in-evidenza',
  imports: [DataOraPipe, Icon, RouterLink],
  template: `
    <section class="container" [attr.aria-labelledby]="'avviso-' + avviso().id">
      <div class="highlight">
        <p class="highlight-kicker"><app-icon name="clock" />{{ open() ? 'Avviso aperto' : 'Avviso in arrivo' }}</p>
        <h2 class="h4" [id]="'avviso-' + avviso().id">
          <a [routerLink]="['/', ambito(), 'avvisi', avviso().id]">{{ avviso().titolo }}</a>
        </h2>
        <p>
          @if (open()) {
            Puoi rispondere fino a <strong>{{ avviso().chiudeAt | dataOra }}</strong>.
          } @else {
            Apre {{ avviso().apreAt | dataOra }} e chiude {{ avviso().chiudeAt | dataOra }}.
          }
        </p>
      </div>
    </section>
  `,
})
export class AvvisoInEvidenza {
  readonly avviso = input.required<AvvisoRigaView>();
  readonly ambito = input.required<string>();
  protected readonly open = computed(() => new Date(this.avviso().apreAt) <= new Date());
}
