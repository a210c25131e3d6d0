import { Component, input } from '@angular/core';
import type { ConflittoView } from '@tavoli/shared';

/** Clashes in plain words: told, never forbidden. */
@Component({
  selector: 'app-conflitti-avviso',
  template: `
    @if (conflitti().length > 0) {
      <div class="alert alert-warning">
        <p class="mb-1"><strong>Attenzione</strong> (non impedisce di procedere):</p>
        <ul class="mb-0">
          @for (conflitto of conflitti(); track $index) {
            <li>{{ conflitto.testo }}</li>
          }
        </ul>
      </div>
    }
  `,
})
export class ConflittiAvviso {
  readonly conflitti = input.required<readonly ConflittoView[]>();
}
