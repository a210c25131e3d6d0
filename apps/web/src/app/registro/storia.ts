import { Component, input } from '@angular/core';
import type { StoriaView } from '@tavoli/shared';
import { DataOraPipe } from '../ui/words/dates';
import { ATTI } from './atti.labels';

/** What happened to one thing, latest first: who, when, why. */
@Component({
  selector: 'app-storia',
  imports: [DataOraPipe],
  template: `
    <section aria-labelledby="titolo-storia">
      <h2 class="h4 mt-5" id="titolo-storia">Storia</h2>
      <ol class="timeline">
        @for (atto of storia(); track atto.id) {
          <li>
            <p class="mb-0">
              <strong>{{ atti[atto.azione] ?? atto.azione }}</strong>&ngsp;<span class="text-muted"
                >{{ atto.at | dataOra }}{{ atto.attore ? ', ' + atto.attore : '' }}</span
              >
            </p>
            @if (atto.motivazione) {
              <p class="mb-0">{{ atto.motivazione }}</p>
            }
          </li>
        }
      </ol>
    </section>
  `,
})
export class Storia {
  readonly storia = input.required<readonly StoriaView[]>();
  protected readonly atti = ATTI;
}
