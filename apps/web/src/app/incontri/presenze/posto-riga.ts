import { afterNextRender, Component, computed, ElementRef, inject, Injector, input, output } from '@angular/core';
import { PRESENTI, STATI_PRESENZA, tra, type StatoPresenza } from '@tavoli/shared';
import { PRESENZE, RISPOSTE } from '../incontri.labels';
import type { PostoLocale } from './presenze-locali';

const SCELTE: Readonly<Record<StatoPresenza, string>> = {
  titolare: 'Titolare',
  supplente: 'Supplente',
  giustificato: 'Giustificato',
  assente: 'Assente',
};

/** One seat: four large choices, which are radio buttons to the keyboard and to who listens. A seat also changed by others asks which of the two holds. */
@Component({
  selector: 'app-posto-riga',
  host: { class: 'd-block' },
  template: `
    <fieldset class="posto">
      <legend class="posto-ente">
        {{ posto().ente }}
        @if (tavolo()) {
          <span class="text-muted"> · {{ posto().tavolo }}</span>
        }
      </legend>
      <p class="posto-note">{{ note() }}</p>
      <div class="segmenti">
        @for (scelta of scelte(); track scelta.stato) {
          <label class="segmento">
            <input
              type="radio"
              [name]="'posto-' + posto().id"
              [value]="scelta.stato"
              [checked]="posto().mostrato === scelta.stato"
              (change)="tocca.emit(scelta.stato)"
            />
            <span class="segmento-testo"
              ><span class="segmento-voce">{{ scelta.testo }}</span>
              @if (scelta.nome) {
                <span class="visually-hidden">: </span><span class="segmento-nome">{{ scelta.nome }}</span>
              }
            </span>
          </label>
        }
      </div>
      @if (posto().conflitto; as conflitto) {
        <div class="alert alert-warning mt-3 mb-0" role="group" aria-label="Due rilevazioni diverse">
          <p class="mb-2">
            <strong>Due rilevazioni diverse.</strong> La tua: «{{ parole(conflitto.mia) }}».
            {{ posto().rilevataDa ?? 'Un’altra persona' }} ha salvato: «{{ parole(conflitto.salvata) }}».
          </p>
          <p class="actions mb-0">
            <button type="button" class="btn btn-primary" (click)="scegli('mia')">
              Tieni la tua<span class="visually-hidden"> per {{ posto().ente }}</span>
            </button>
            <button type="button" class="btn btn-outline-primary" (click)="scegli('salvata')">
              Tieni quella salvata<span class="visually-hidden"> per {{ posto().ente }}</span>
            </button>
          </p>
        </div>
      }
    </fieldset>
  `,
})
export class PostoRiga {
  readonly posto = input.required<PostoLocale>();
  /** Whether to say of which tavolo it is: at incontri of more than one. */
  readonly tavolo = input(false);
  readonly tocca = output<StatoPresenza>();
  readonly decidi = output<'mia' | 'salvata'>();

  protected readonly note = computed(() => {
    const { risposta, veste, mostrato, stato, conflitto, convocato } = this.posto();
    const conta = veste === 'consultivo' || veste === 'osservatore' ? 'Non conta per il numero legale' : null;
    const invio = conflitto
      ? 'Da decidere'
      : mostrato === null
        ? convocato
          ? 'Da rilevare'
          : null
        : mostrato === stato
          ? null
          : 'Da inviare';
    return [invio, convocato ? `Risposta: ${RISPOSTE[risposta].toLowerCase()}` : 'Non convocato: segnalo solo se è presente', conta]
      .filter(Boolean)
      .join(' · ');
  });
  /** Without a supplente nobody can sit there as such, and who was not called cannot be absent, unless it is already written so. */
  protected readonly scelte = computed(() => {
    const { titolare, supplente, mostrato, convocato } = this.posto();
    const nomi: Partial<Record<StatoPresenza, string | null>> = { titolare, supplente };
    const possibili = STATI_PRESENZA.filter(stato => (convocato || tra(PRESENTI, stato)) && (stato !== 'supplente' || supplente !== null));
    return STATI_PRESENZA.filter(stato => possibili.includes(stato) || mostrato === stato).map(stato => ({
      stato,
      testo: SCELTE[stato],
      nome: nomi[stato] ?? null,
    }));
  });
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly #injector = inject(Injector);

  protected parole(stato: StatoPresenza | null): string {
    return PRESENZE[stato ?? 'da_rilevare'];
  }

  /** The buttons go: the focus stays in the seat, on its choice. */
  protected scegli(scelta: 'mia' | 'salvata'): void {
    this.decidi.emit(scelta);
    const host = this.#host.nativeElement;
    afterNextRender(() => (host.querySelector<HTMLElement>('input:checked') ?? host.querySelector('input'))?.focus(), {
      injector: this.#injector,
    });
  }
}
