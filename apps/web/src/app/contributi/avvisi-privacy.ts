import { Component, computed, input } from '@angular/core';
import type { AvvisoContributo } from '@tavoli/shared';

const COSA: Readonly<Record<AvvisoContributo['tipo'], string>> = {
  codice_fiscale: 'un codice fiscale',
  iban: 'un IBAN',
  telefono: 'un numero di telefono',
  email: 'un indirizzo di posta',
};

/** What looks private in a text, as a sentence for each; it forbids nothing. */
export const avvisoInParole = ({ tipo, testo }: AvvisoContributo): string => `«${testo}» sembra ${COSA[tipo]}.`;

/** Beside a field, while one writes: what looks like somebody's private data. */
@Component({
  selector: 'app-avvisi-privacy',
  host: { class: 'd-block' },
  template: `
    <div aria-live="polite">
      @if (suoi().length > 0) {
        <div class="alert alert-warning">
          @for (frase of suoi(); track frase) {
            <p class="mb-1">{{ frase }}</p>
          }
          <p class="mb-0">Se è di un’altra persona, toglilo: il testo può diventare pubblico.</p>
        </div>
      }
    </div>
  `,
})
export class AvvisiPrivacy {
  readonly avvisi = input.required<readonly AvvisoContributo[]>();
  readonly campo = input.required<AvvisoContributo['campo']>();
  readonly indice = input(0);
  protected readonly suoi = computed(() => [
    ...new Set(
      this.avvisi()
        .filter(a => a.campo === this.campo() && a.indiceRisposta === this.indice())
        .map(avvisoInParole),
    ),
  ]);
}
