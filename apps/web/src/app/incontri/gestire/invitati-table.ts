import { Component, computed, input } from '@angular/core';
import type { InvitatoView, Risposta } from '@tavoli/shared';
import { DataOraPipe } from '../../ui/words/dates';
import { StatoBadge } from '../../ui/stato-badge';
import type { BadgeTone } from '../../ui/stati';
import { RISPOSTE, ruoloInvitato } from '../incontri.labels';

const TONI: Readonly<Record<Risposta, BadgeTone>> = { in_attesa: 'neutral', si: 'success', no: 'danger', passa: 'warning' };

/** Who was called and what they answered, with the counts first. */
@Component({
  selector: 'app-invitati-table',
  imports: [DataOraPipe, StatoBadge],
  template: `
    <section aria-labelledby="titolo-invitati">
      <h2 class="h4 mt-5" id="titolo-invitati">Invitati e risposte</h2>
      <dl class="counts">
        @for (conto of conti(); track conto.risposta) {
          <div>
            <dt>{{ conto.label }}</dt>
            <dd>{{ conto.numero }}</dd>
          </div>
        }
      </dl>
      <div class="table-responsive" role="region" aria-label="Invitati" tabindex="0">
        <table class="table table-stacked">
          <thead>
            <tr>
              <th scope="col">Persona</th>
              <th scope="col">Ente</th>
              <th scope="col">Ruolo</th>
              <th scope="col">Risposta</th>
            </tr>
          </thead>
          <tbody>
            @for (i of invitati(); track i.id) {
              <tr>
                <th scope="row">
                  {{ i.nome }}
                  @if (i.email) {
                    <br /><span class="fw-normal text-muted">{{ i.email }}</span>
                  }
                </th>
                <td data-label="Ente">{{ i.ente ?? '—' }}</td>
                <td data-label="Ruolo">{{ ruolo(i) }}</td>
                <td data-label="Risposta">
                  @if (i.attivo) {
                    <app-stato-badge stato="in_attesa" [label]="risposte[i.risposta]" [tone]="toni[i.risposta]" />
                    @if (i.rispostaAt) {
                      <span class="d-block text-muted">{{ i.rispostaAt | dataOra }}</span>
                    }
                  } @else {
                    Non siede più al tavolo: il suo invito non vale più.
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </section>
  `,
})
export class InvitatiTable {
  readonly invitati = input.required<readonly InvitatoView[]>();
  protected readonly ruolo = ruoloInvitato;
  protected readonly risposte = RISPOSTE;
  protected readonly toni = TONI;

  /** Only those who are awaited: supplenti are told for information, and count once a seat was handed over to them. */
  protected readonly conti = computed(() =>
    (['si', 'no', 'in_attesa', 'passa'] as const).map(risposta => ({
      risposta,
      label: { si: 'Sì', no: 'No', in_attesa: 'In attesa', passa: 'Passano al supplente' }[risposta],
      numero: this.invitati().filter(i => i.attivo && i.risposta === risposta && !(i.ruolo === 'supplente' && risposta === 'in_attesa'))
        .length,
    })),
  );
}
