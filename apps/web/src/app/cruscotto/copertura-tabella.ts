import { Component, computed, input } from '@angular/core';
import type { CruscottoView } from '@tavoli/shared';

/** Where nobody sits yet: by thematic area, by comune. */
@Component({
  selector: 'app-copertura-tabella',
  host: { class: 'd-block' },
  template: `
    <section aria-labelledby="titolo-copertura">
      <h2 class="h4 mt-5" id="titolo-copertura">Chi manca ai tavoli</h2>
      @for (gruppo of gruppi(); track gruppo.titolo) {
        <h3 class="h6 mt-3">{{ gruppo.titolo }}</h3>
        <p>
          @if (gruppo.scoperti.length > 0) {
            <strong>Nessun ente siede per:</strong> {{ gruppo.scoperti.join(', ') }}.
          } @else {
            Per tutti siede almeno un ente.
          }
        </p>
        <details class="details">
          <summary>
            Tutti i numeri<span class="visually-hidden">: {{ gruppo.titolo }}</span>
          </summary>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{{ gruppo.titolo }}</th>
                <th scope="col">Enti verificati</th>
                <th scope="col">Enti ai tavoli</th>
              </tr>
            </thead>
            <tbody>
              @for (r of gruppo.righe; track r.nome) {
                <tr>
                  <th scope="row">{{ r.nome }}</th>
                  <td>{{ r.registrati }}</td>
                  <td>{{ r.seduti }}</td>
                </tr>
              }
            </tbody>
          </table>
        </details>
      }
    </section>
  `,
})
export class CoperturaTabella {
  readonly copertura = input.required<CruscottoView['copertura']>();
  protected readonly gruppi = computed(() =>
    [
      { titolo: 'Aree tematiche', righe: this.copertura().aree },
      { titolo: 'Comuni', righe: this.copertura().comuni },
    ].map(g => ({ ...g, scoperti: g.righe.filter(r => r.seduti === 0).map(r => r.nome) })),
  );
}
