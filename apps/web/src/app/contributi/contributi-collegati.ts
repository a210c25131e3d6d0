import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { collegatiResource } from './contributi-pubblici.api';
import { StatoContributoBadge } from './stato-contributo';

/** The contributi that an incontro discusses or a verbale tells of. A section of another page; nothing while there are none. */
@Component({
  selector: 'app-contributi-collegati',
  imports: [RouterLink, StatoContributoBadge],
  host: { class: 'd-block' },
  template: `
    @if (contributi().length > 0) {
      <section class="mt-5" aria-labelledby="titolo-collegati">
        <h2 class="h4" id="titolo-collegati">{{ a() === 'incontri' ? 'Contributi di cui si parla' : 'Contributi discussi' }}</h2>
        <ul class="list-rows">
          @for (c of contributi(); track c.id) {
            <li>
              <app-stato-contributo [stato]="c.stato" />&ngsp;<a [routerLink]="['/', ambito(), 'contributi', c.id]">{{ c.titolo }}</a>
            </li>
          }
        </ul>
      </section>
    }
  `,
})
export class ContributiCollegati {
  readonly ambito = input.required<string>();
  readonly a = input.required<'incontri' | 'verbali'>();
  readonly id = input.required<string>();
  readonly #collegati = collegatiResource(this.ambito, this.a, this.id);
  /** Each once, though it may be tied to more than one punto. */
  protected readonly contributi = computed(() => [...new Map((this.#collegati.value()?.items ?? []).map(c => [c.id, c])).values()]);
}
