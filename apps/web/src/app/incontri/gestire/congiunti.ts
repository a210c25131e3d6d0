import { Component, computed, inject, input, output, viewChild } from '@angular/core';
import type { AzioneCongiunto, CongiuntoView, IncontroView, StatoCongiunto } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { DataOraPipe } from '../../ui/words/dates';
import { StatoBadge } from '../../ui/stato-badge';
import type { BadgeTone } from '../../ui/stati';
import { incontriCommands } from '../incontri.api';

const PAROLE: Readonly<Record<StatoCongiunto, string>> = {
  chiesto: 'In attesa di risposta',
  dato: 'Consenso dato',
  negato: 'Consenso negato',
};
const TONI: Readonly<Record<StatoCongiunto, BadgeTone>> = { chiesto: 'warning', dato: 'success', negato: 'danger' };

/** What the other tavoli of an incontro congiunto have said of it; for who leads one of them, the answer. */
@Component({
  selector: 'app-congiunti',
  imports: [ConfirmDialog, DataOraPipe, StatoBadge],
  template: `
    <section aria-labelledby="titolo-congiunti">
      <h2 class="h4 mt-5" id="titolo-congiunti">Consenso degli altri tavoli</h2>
      @if (mancano()) {
        <div class="alert alert-info">
          {{ mancano() === 1 ? 'Manca il consenso di un tavolo' : 'Mancano i consensi di ' + mancano() + ' tavoli' }}: finché tutti non
          l’hanno dato la convocazione non parte, a meno che non la faccia il coordinatore.
        </div>
      }
      <ul class="list-plain">
        @for (c of congiunti(); track c.tavolo.id) {
          <li class="mb-3">
            <p class="mb-1">
              <strong>{{ c.tavolo.nome }}</strong> <app-stato-badge stato="in_attesa" [label]="parole[c.stato]" [tone]="toni[c.stato]" />
            </p>
            @if (c.stato === 'chiesto') {
              <p class="text-muted mb-1">
                {{
                  c.referente
                    ? 'Risponde ' + c.referente + ', referente del tavolo.'
                    : 'Il tavolo non ha un referente: può rispondere il coordinatore.'
                }}
              </p>
            } @else if (c.at) {
              <p class="text-muted mb-1">{{ c.da ? c.da + ', ' : '' }}{{ c.at | dataOra }}</p>
            }
            @if (c.motivo) {
              <p class="mb-1"><strong>Motivo:</strong> {{ c.motivo }}</p>
            }
            @if (c.azioni.length > 0) {
              <p class="actions">
                @if (c.azioni.includes('consenti')) {
                  <button type="button" class="btn btn-primary" (click)="rispondi('consenti', c)">
                    Dai il consenso<span class="visually-hidden"> del tavolo {{ c.tavolo.nome }}</span>
                  </button>
                }
                @if (c.azioni.includes('nega')) {
                  <button type="button" class="btn btn-outline-danger" (click)="rispondi('nega', c)">
                    Nega il consenso<span class="visually-hidden"> del tavolo {{ c.tavolo.nome }}</span>
                  </button>
                }
              </p>
            }
          </li>
        }
      </ul>
    </section>
    <app-confirm-dialog #consenti titolo="Dare il consenso?" conferma="Dai il consenso"
      ><p>
        Chi siede al tuo tavolo potrà essere convocato a questo incontro, in questa data e in questo luogo. Se cambiano te lo chiediamo di
        nuovo.
      </p></app-confirm-dialog
    >
    <app-confirm-dialog #nega titolo="Negare il consenso?" conferma="Nega il consenso" tone="danger" motivata
      ><p>Il referente che propone l’incontro riceve un messaggio con il motivo.</p></app-confirm-dialog
    >
  `,
})
export class Congiunti {
  readonly ambito = input.required<string>();
  readonly incontro = input.required<IncontroView>();
  readonly risposto = output();
  protected readonly parole = PAROLE;
  protected readonly toni = TONI;
  protected readonly congiunti = computed(() => this.incontro().gestione?.congiunti ?? []);
  /** How many have not said yes, while it still matters. */
  protected readonly mancano = computed(() =>
    this.incontro().stato === 'bozza' ? this.congiunti().filter(c => c.stato !== 'dato').length : 0,
  );
  readonly #commands = incontriCommands();
  readonly #annunci = inject(Annunci);
  private readonly consentiRef = viewChild.required<ConfirmDialog>('consenti');
  private readonly negaRef = viewChild.required<ConfirmDialog>('nega');

  protected async rispondi(azione: AzioneCongiunto, { tavolo }: CongiuntoView): Promise<void> {
    const dialog = azione === 'consenti' ? this.consentiRef() : this.negaRef();
    const done = await dialog.ask(motivazione =>
      this.#commands.rispondiCongiunto(this.ambito(), this.incontro(), {
        tavoloId: tavolo.id,
        azione,
        ...(motivazione === '' ? {} : { motivazione }),
      }),
    );
    if (done) this.#annunci.notify(azione === 'consenti' ? 'Consenso dato.' : 'Consenso negato.');
    this.risposto.emit();
  }
}
