import { Component, computed, input, output } from '@angular/core';
import type { AzioneCongiunto, CongiuntoView, IncontroView, StatoCongiunto } from '@tavoli/shared';
import { AppPassi } from '../../ui/forms/app-passi';
import { conMotivo, passi } from '../../ui/forms/passi';
import { DataOraPipe } from '../../ui/words/dates';
import { StatoBadge } from '../../ui/stato-badge';
import type { BadgeTone } from '../../ui/stati';
import { incontriCommands } from '../incontri.api';
import { AZIONI_CONGIUNTO } from '../incontri.passi';

const PAROLE: Readonly<Record<StatoCongiunto, string>> = {
  chiesto: 'In attesa di risposta',
  dato: 'Consenso dato',
  negato: 'Consenso negato',
};
const TONI: Readonly<Record<StatoCongiunto, BadgeTone>> = { chiesto: 'warning', dato: 'success', negato: 'danger' };

/** What the other tavoli of an incontro congiunto have said of it; for who leads one of them, the answer. */
@Component({
  selector: 'app-congiunti',
  imports: [AppPassi, DataOraPipe, StatoBadge],
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
              <strong>{{ c.tavolo.nome }}</strong>&ngsp;<app-stato-badge
                stato="in_attesa"
                [label]="parole[c.stato]"
                [tone]="toni[c.stato]"
              />
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
            <app-passi piccoli [di]="passi" [vista]="c" [azioni]="c.azioni" [nome]="'del tavolo ' + c.tavolo.nome" />
          </li>
        }
      </ul>
    </section>
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
  protected readonly passi = passi<AzioneCongiunto, CongiuntoView>(
    AZIONI_CONGIUNTO,
    ({ tavolo }, azione, motivazione) =>
      this.#commands.rispondiCongiunto(this.ambito(), this.incontro(), { tavoloId: tavolo.id, azione, ...conMotivo(motivazione) }),
    () => this.risposto.emit(),
  );
}
