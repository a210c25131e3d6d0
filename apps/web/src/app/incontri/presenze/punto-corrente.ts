import { Component, computed, input, output } from '@angular/core';
import type { IncontroView } from '@tavoli/shared';
import { numeroLegale } from './presenze.parole';
import { seguiPunti, STATI_PUNTO } from './punti';

/** Which punto is being discussed, for who leads: beginning one fixes in it the quorum of that moment. */
@Component({
  selector: 'app-punto-corrente',
  host: { class: 'd-block' },
  template: `
    <section aria-labelledby="titolo-punto">
      <h2 class="h4" id="titolo-punto">Punto in discussione</h2>
      @if (corrente(); as punto) {
        <p class="mb-1">
          <strong>{{ punto.numero }}. {{ punto.titolo }}</strong>
        </p>
        @if (punto.quorum; as quorum) {
          <p class="text-muted">All’inizio del punto: {{ numeroLegale(quorum) }}.</p>
        }
      } @else {
        <p>Nessun punto è in discussione.</p>
      }
      <p class="actions">
        @if (prossimo(); as punto) {
          <button type="button" class="btn btn-primary" (click)="vai.emit(punto.id)">
            Inizia il punto {{ punto.numero }}: {{ punto.titolo }}
          </button>
        }
        @if (corrente()) {
          <button type="button" class="btn btn-outline-primary" (click)="vai.emit(null)">Concludi il punto</button>
        }
      </p>
      @if (punti().length > 1) {
        <details class="details">
          <summary>Vai a un altro punto</summary>
          <ol class="list-rows">
            @for (punto of punti(); track punto.id) {
              <li>
                <p class="mb-1">
                  {{ punto.numero }}. {{ punto.titolo }}
                  <span class="text-muted">({{ stati[punto.stato] }}{{ punto.quorum ? '. ' + numeroLegale(punto.quorum) : '' }})</span>
                </p>
                @if (punto.stato !== 'in_corso') {
                  <button type="button" class="btn btn-outline-primary btn-sm" (click)="vai.emit(punto.id)">
                    {{ punto.iniziatoAt === null ? 'Inizia' : 'Riprendi' }}<span class="visually-hidden"> il punto {{ punto.numero }}</span>
                  </button>
                }
              </li>
            }
          </ol>
        </details>
      }
    </section>
  `,
})
export class PuntoCorrente {
  readonly incontro = input.required<IncontroView>();
  readonly vai = output<string | null>();
  protected readonly stati = STATI_PUNTO;
  protected readonly numeroLegale = numeroLegale;
  protected readonly punti = computed(() => seguiPunti(this.incontro()));
  protected readonly corrente = computed(() => this.punti().find(p => p.stato === 'in_corso'));
  protected readonly prossimo = computed(() => this.punti().find(p => p.stato === 'prossimo'));
}
