import { Component, computed, input, output } from '@angular/core';
import type { RigaCaricataView } from '@tavoli/shared';
import { StatoBadge } from '../ui/stato-badge';
import { ESITI, righeInParole } from './caricamenti.labels';

/** What becomes of each row: a table, or on a phone a card a row. */
@Component({
  selector: 'app-righe-tabella',
  imports: [StatoBadge],
  template: `
    @if (righe().length === 0) {
      <p>Nessuna riga.</p>
    } @else {
      <p role="status">{{ dove() }}</p>
      <div class="table-responsive" role="region" aria-label="Esito delle righe" tabindex="0">
        <table class="table table-stacked">
          <thead>
            <tr>
              <th scope="col">Riga</th>
              <th scope="col">Esito</th>
              <th scope="col">Che cosa cambia, o che cosa non va</th>
            </tr>
          </thead>
          <tbody>
            @for (r of righe(); track r.riga) {
              <tr>
                <th scope="row">
                  {{ r.riga }}<span class="fw-normal"> · {{ r.titolo }}</span>
                </th>
                <td data-label="Esito">
                  <app-stato-badge stato="simulazione" [label]="esiti[r.esito].label" [tone]="esiti[r.esito].tone" />
                </td>
                <td data-label="Dettagli">
                  @for (d of r.differenze; track d.campo) {
                    <p class="mb-1">
                      <strong>{{ d.campo }}:</strong> <del>{{ d.prima || 'vuoto' }}</del> diventa <ins>{{ d.dopo || 'vuoto' }}</ins>
                    </p>
                  }
                  @for (e of r.errori; track $index) {
                    <p class="mb-1">
                      <strong>{{ e.campo ?? 'Riga' }}{{ e.colonna ? ' (colonna ' + e.colonna + ')' : '' }}:</strong> {{ e.messaggio }}
                      @if (e.valore) {
                        <span class="text-muted">C’è scritto «{{ e.valore }}».</span>
                      }
                    </p>
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      @if (totale() > perPagina()) {
        <div class="actions mb-3">
          <button type="button" class="btn btn-outline-primary btn-sm" [disabled]="da() === 0" (click)="vai.emit(da() - perPagina())">
            Righe precedenti
          </button>
          <button
            type="button"
            class="btn btn-outline-primary btn-sm"
            [disabled]="da() + perPagina() >= totale()"
            (click)="vai.emit(da() + perPagina())"
          >
            Righe successive
          </button>
        </div>
      }
    }
  `,
})
export class RigheTabella {
  readonly righe = input.required<readonly RigaCaricataView[]>();
  readonly totale = input.required<number>();
  readonly da = input.required<number>();
  readonly perPagina = input.required<number>();
  readonly vai = output<number>();
  protected readonly esiti = ESITI;
  protected readonly dove = computed(() =>
    this.totale() <= this.perPagina()
      ? righeInParole(this.totale())
      : `Dalla ${this.da() + 1} alla ${Math.min(this.da() + this.perPagina(), this.totale())} di ${righeInParole(this.totale())}`,
  );
}
