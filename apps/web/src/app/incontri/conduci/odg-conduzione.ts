import { Component, computed, input, output } from '@angular/core';
import { formatOra, type PuntoView } from '@tavoli/shared';
import { minutiInParole } from '../../ui/words/parole';
import { STATI_PUNTO, type Seguito } from '../presenze/punti';
import { cronometro, oltre } from './tempi';

export type PuntoSeguito = PuntoView & Seguito;

/** The ordine del giorno for who leads: how long each punto takes, what is written where, and the way to any of them. */
@Component({
  selector: 'app-odg-conduzione',
  host: { class: 'd-block' },
  template: `
    <ol class="conduci-punti">
      @for (riga of righe(); track riga.punto.id) {
        @let punto = riga.punto;
        <li [class.conduci-corrente]="punto.stato === 'in_corso'" [attr.aria-current]="punto.stato === 'in_corso' ? 'step' : null">
          <button
            type="button"
            class="conduci-scegli"
            [attr.aria-pressed]="punto.id === scelto()"
            [attr.aria-describedby]="'tempo-' + punto.id"
            (click)="scegli.emit(punto.id)"
          >
            {{ punto.numero }}. {{ punto.titolo }}
          </button>
          <p class="conduci-tempo" [id]="'tempo-' + punto.id">
            <span>{{ stati[punto.stato] }}</span>
            <span class="conduci-ore">{{ riga.tempo }}</span>
            @if (riga.oltre; as parole) {
              <strong class="conduci-oltre">{{ parole }}</strong>
            }
          </p>
          @if (riga.parte !== null) {
            <span class="conduci-barra" aria-hidden="true"
              ><span [class.conduci-barra-oltre]="riga.oltre !== null" [style.width.%]="riga.parte"></span
            ></span>
          }
          @if (riga.nota; as parole) {
            <p class="conduci-nota">{{ parole }}</p>
          }
          @if (conduce() && (punto.stato === 'concluso' || punto.stato === 'da_trattare')) {
            <button type="button" class="link-button conduci-passo" (click)="vai.emit(punto.id)">
              {{ punto.iniziatoAt === null ? 'Inizia' : 'Riprendi' }}<span class="visually-hidden"> il punto {{ punto.numero }}</span>
            </button>
          }
        </li>
      }
    </ol>
    @if (fine(); as quando) {
      <p class="conduci-fine">Con questi tempi si finisce alle {{ ora(quando) }}.</p>
    }
  `,
})
export class OdgConduzione {
  readonly punti = input.required<readonly PuntoSeguito[]>();
  /** Seconds of each punto, by id. */
  readonly discussi = input.required<ReadonlyMap<string, number>>();
  readonly fine = input<Date | null>(null);
  /** Id of the punto in sight. */
  readonly scelto = input.required<string | null>();
  /** Ids of the punti whose words are not all saved, and who else is writing where. */
  readonly inSospeso = input<ReadonlySet<string | null>>(new Set());
  readonly scrive = input<ReadonlyMap<string, string>>(new Map());
  /** Whether the reader may go on. */
  readonly conduce = input(false);
  readonly scegli = output<string>();
  readonly vai = output<string>();
  protected readonly stati = STATI_PUNTO;
  protected readonly ora = formatOra;
  protected readonly righe = computed(() =>
    this.punti().map(punto => {
      const secondi = this.discussi().get(punto.id);
      const nome = this.scrive().get(punto.id);
      return {
        punto,
        tempo: tempoInParole(secondi, punto.minuti),
        oltre: secondi === undefined ? null : oltre(secondi, punto.minuti),
        parte: secondi === undefined || !punto.minuti ? null : Math.min(100, (secondi / (punto.minuti * 60)) * 100),
        nota: [nome === undefined ? '' : `Sta scrivendo ${nome}.`, this.inSospeso().has(punto.id) ? 'Non tutto è salvato.' : '']
          .filter(p => p !== '')
          .join(' '),
      };
    }),
  );
}

/** `12:05 su 15 minuti` */
function tempoInParole(secondi: number | undefined, minuti: number | null): string {
  const previsti = minuti === null ? '' : minutiInParole(minuti);
  if (secondi === undefined) return previsti;
  return previsti === '' ? cronometro(secondi) : `${cronometro(secondi)} su ${previsti}`;
}
