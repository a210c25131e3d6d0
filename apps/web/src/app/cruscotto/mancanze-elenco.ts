import { Component, computed, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MancanzaView } from '@tavoli/shared';
import { DataPipe } from '../ui/words/dates';
import { SelectField } from '../ui/fields/select-field';
import { via } from './percorso';

const TANTE = 8;

/** What is missing, who holds it, where it is solved, and the reminder for each. */
@Component({
  selector: 'app-mancanze-elenco',
  imports: [DataPipe, RouterLink, SelectField],
  host: { class: 'd-block' },
  template: `
    <section aria-labelledby="titolo-manca">
      <h2 class="h4 mt-5" id="titolo-manca">Che cosa manca</h2>
      @if (mancanze().length > 0) {
        @if (persone().length > 1) {
          <app-select-field label="Chi se ne occupa" empty="Tutti" [options]="persone()" [(value)]="chi" />
        }
        <ul class="list-rows">
          @for (m of mostrate(); track m.tipo + m.oggettoId) {
            <li class="row-item row-wrap">
              <div class="row-main">
                <a [routerLink]="dove(m).link" [queryParams]="dove(m).query">{{ m.testo }}</a>
                <span class="d-block text-muted"
                  >{{ m.chi.length > 0 ? 'Tocca a: ' + m.chi.join(', ') : 'Non tocca ancora a nessuno'
                  }}{{ m.ultimoSollecitoAt ? ' · sollecitato il ' + (m.ultimoSollecitoAt | data) : '' }}</span
                >
              </div>
              @if (puoSollecitare() && m.sollecito) {
                <div>
                  <button type="button" class="btn btn-outline-primary btn-sm" (click)="sollecita.emit(m)">
                    Sollecita<span class="visually-hidden">: {{ m.testo }}</span>
                  </button>
                </div>
              }
            </li>
          }
        </ul>
        @if (filtrate().length > mostrate().length) {
          <p>
            <button type="button" class="btn btn-outline-primary" (click)="tutte.set(true)">Mostra tutte ({{ filtrate().length }})</button>
          </p>
        }
      } @else {
        <p>Niente: è tutto a posto.</p>
      }
    </section>
  `,
})
export class MancanzeElenco {
  readonly ambito = input.required<string>();
  readonly mancanze = input.required<readonly MancanzaView[]>();
  readonly puoSollecitare = input.required<boolean>();
  readonly sollecita = output<MancanzaView>();
  protected readonly chi = signal('');
  protected readonly tutte = signal(false);
  protected readonly persone = computed(() =>
    [...new Set(this.mancanze().flatMap(m => m.chi))].sort((a, b) => a.localeCompare(b, 'it')).map(value => ({ value, label: value })),
  );
  protected readonly filtrate = computed(() => this.mancanze().filter(m => this.chi() === '' || m.chi.includes(this.chi())));
  protected readonly mostrate = computed(() => (this.tutte() ? this.filtrate() : this.filtrate().slice(0, TANTE)));

  protected dove(m: MancanzaView): ReturnType<typeof via> {
    return via(this.ambito(), m.percorso);
  }
}
