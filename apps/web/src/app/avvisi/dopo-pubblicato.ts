import { Component, input } from '@angular/core';
import { type AvvisoView, ETICHETTE_RETTIFICA } from '@tavoli/shared';
import { DataOraPipe } from '../ui/words/dates';

/** What was said of an avviso after its publication: answers to who asked, and what was changed, before and after. */
@Component({
  selector: 'app-dopo-pubblicato',
  imports: [DataOraPipe],
  host: { class: 'd-block' },
  template: `
    @if (avviso().chiarimenti.length > 0) {
      <h2 class="h4">Chiarimenti</h2>
      <ol class="list-rows">
        @for (c of avviso().chiarimenti; track c.numero) {
          <li>
            <p class="mb-1 pre-line">
              <strong>{{ c.domanda }}</strong>
            </p>
            <p class="mb-1 pre-line">{{ c.risposta }}</p>
            <p class="mb-0 text-muted">Chiarimento n. {{ c.numero }}, {{ c.pubblicatoAt | dataOra }}</p>
          </li>
        }
      </ol>
    }
    @if (avviso().rettifiche.length > 0) {
      <h2 class="h4">Rettifiche</h2>
      <ol class="list-rows">
        @for (r of avviso().rettifiche; track r.numero) {
          <li>
            <p class="mb-1">
              <strong>Rettifica n. {{ r.numero }}</strong
              >, {{ r.at | dataOra }}. Motivo: {{ r.motivazione }}
            </p>
            @for (c of r.cambi; track c.campo) {
              <details class="mb-1">
                <summary>{{ campi[c.campo] }}: com’era e com’è</summary>
                <dl class="mb-0">
                  <dt>Prima</dt>
                  <dd class="pre-line">{{ c.prima || 'non c’era' }}</dd>
                  <dt>Adesso</dt>
                  <dd class="pre-line">{{ c.dopo || 'non c’è più' }}</dd>
                </dl>
              </details>
            }
          </li>
        }
      </ol>
    }
  `,
})
export class DopoPubblicato {
  readonly avviso = input.required<AvvisoView>();
  protected readonly campi = ETICHETTE_RETTIFICA;
}
