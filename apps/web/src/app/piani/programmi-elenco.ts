import { Component, input } from '@angular/core';
import type { ProgrammaInput } from '@tavoli/shared';
import { DataPipe } from '../ui/words/dates';

/** The annual programmes below a Piano, each with its acts. */
@Component({
  selector: 'app-programmi-elenco',
  imports: [DataPipe],
  template: `
    <section aria-labelledby="titolo-programmi">
      <h2 class="h4 mt-5" id="titolo-programmi">Programmi annuali</h2>
      <ul class="list-rows">
        @for (programma of programmi(); track programma.anno) {
          <li>
            <h3 class="h5">{{ programma.anno }}: {{ programma.titolo }}</h3>
            @if (programma.atti.length > 0) {
              <ul>
                @for (atto of programma.atti; track $index) {
                  <li>{{ atto.titolo }}{{ atto.numero ? ', n. ' + atto.numero : '' }}{{ atto.data ? ', ' + (atto.data | data) : '' }}</li>
                }
              </ul>
            } @else {
              <p class="text-muted mb-0">Nessun atto ancora.</p>
            }
          </li>
        }
      </ul>
    </section>
  `,
})
export class ProgrammiElenco {
  readonly programmi = input.required<readonly ProgrammaInput[]>();
}
