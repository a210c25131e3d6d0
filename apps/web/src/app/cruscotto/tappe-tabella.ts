import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ColonnaTappeView, CruscottoTavoloView, StatoTappa, TappaView } from '@tavoli/shared';
import { giorno } from '../iter/iter.labels';
import { via } from './percorso';

const STATI: Readonly<Record<StatoTappa, readonly [label: string, tone: string]>> = {
  da_fare: ['Da fare', 'neutral'],
  in_corso: ['In corso', 'primary'],
  fatta: ['Fatto', 'success'],
  in_ritardo: ['In ritardo', 'danger'],
};

/** Tavolo × phase: how far each is, against the day foreseen. */
@Component({
  selector: 'app-tappe-tabella',
  imports: [RouterLink],
  host: { class: 'd-block' },
  template: `
    <section aria-labelledby="titolo-tappe">
      <h2 class="h4 mt-5" id="titolo-tappe">A che punto sono i tavoli</h2>
      <div class="table-responsive" role="region" aria-label="Tabella dei tavoli e delle fasi" tabindex="0">
        <table class="table table-cards align-top">
          <thead>
            <tr>
              <th scope="col">Tavolo</th>
              @for (t of tappe(); track t.chiave) {
                <th scope="col">
                  {{ t.titolo }}<span class="d-block fw-normal">{{ t.entro ? 'entro il ' + giorno(t.entro) : 'senza scadenza' }}</span>
                </th>
              }
            </tr>
          </thead>
          <tbody>
            @for (r of righe(); track r.tavolo.id) {
              <tr>
                <th scope="row">{{ r.tavolo.codice }} · {{ r.tavolo.nome }}</th>
                @for (c of r.celle; track c.titolo) {
                  <td [attr.data-label]="c.titolo">
                    <span [attr.class]="'stato stato-' + stati[c.cella.stato][1]">{{ stati[c.cella.stato][0] }}</span>
                    <a class="d-block" [routerLink]="dove(c.cella).link" [queryParams]="dove(c.cella).query"
                      >{{ c.cella.testo }}<span class="visually-hidden">: {{ c.titolo }} del tavolo {{ r.tavolo.nome }}</span></a
                    >
                  </td>
                }
              </tr>
            }
          </tbody>
        </table>
      </div>
    </section>
  `,
})
export class TappeTabella {
  readonly ambito = input.required<string>();
  readonly tavoli = input.required<readonly CruscottoTavoloView[]>();
  readonly tappe = input.required<readonly ColonnaTappeView[]>();
  protected readonly stati = STATI;
  protected readonly giorno = giorno;
  protected readonly righe = computed(() =>
    this.tavoli().map(({ tavolo }, n) => ({
      tavolo,
      celle: this.tappe().flatMap(({ titolo, celle }) => (celle[n] === undefined ? [] : [{ titolo, cella: celle[n] }])),
    })),
  );

  protected dove(cella: TappaView): ReturnType<typeof via> {
    return via(this.ambito(), cella.percorso);
  }
}
