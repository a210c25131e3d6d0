import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatOra, type AppuntamentoView, type OggiView } from '@tavoli/shared';
import { via } from '../cruscotto/percorso';
import { ATTI } from '../registro/atti.labels';
import { DataOraPipe } from '../ui/words/dates';

const CHE_COSA: Readonly<Record<AppuntamentoView['tipo'], string>> = {
  incontro: 'Incontro',
  avviso: 'Chiude l’avviso',
  fase: 'Fine prevista della fase',
  verbale: 'Ultimo momento per correggere il verbale',
  consultazione: 'Finisce la consultazione',
};
const GIORNO = new Intl.DateTimeFormat('it-IT', { timeZone: 'Europe/Rome', weekday: 'long', day: 'numeric', month: 'long' });

/** Beside what waits: the next seven days, and what others did since the last visit. */
@Component({
  selector: 'app-oggi-lato',
  imports: [DataOraPipe, RouterLink],
  host: { class: 'd-block' },
  template: `
    <section aria-labelledby="titolo-settimana">
      <h2 class="h4" id="titolo-settimana">I prossimi sette giorni</h2>
      @for (g of giorni(); track g.giorno) {
        <h3 class="h6 mb-1 mt-3">{{ g.giorno }}</h3>
        <ul class="list-plain">
          @for (a of g.appuntamenti; track $index) {
            <li class="pb-2">
              <span class="text-muted">{{ a.tuttoIlGiorno ? '' : ora(a) + ' · ' }}{{ cheCosa[a.tipo] }}</span>
              <a class="d-block" [routerLink]="dove(a.percorso).link">{{ a.titolo }}</a>
            </li>
          }
        </ul>
      } @empty {
        <p>Niente in calendario.</p>
      }
    </section>
    @if (oggi().novita; as novita) {
      @if (novita.dal) {
        <section class="mt-5" aria-labelledby="titolo-novita">
          <h2 class="h4" id="titolo-novita">Dalla tua ultima visita</h2>
          @if (novita.atti.length > 0) {
            <ul class="list-plain">
              @for (atto of novita.atti; track $index) {
                <li class="pb-2">
                  <span class="text-muted">{{ atti[atto.azione] ?? 'Qualcosa è cambiato' }}</span>
                  @if (atto.percorso; as percorso) {
                    <a class="d-block" [routerLink]="dove(percorso).link">{{ atto.titolo }}</a>
                  } @else {
                    <span class="d-block">{{ atto.titolo }}</span>
                  }
                </li>
              }
            </ul>
          } @else {
            <p>Niente di nuovo, {{ novita.dal | dataOra: 'dal' }}.</p>
          }
        </section>
      }
    }
  `,
})
export class OggiLato {
  readonly ambito = input.required<string>();
  readonly oggi = input.required<OggiView>();
  protected readonly cheCosa = CHE_COSA;
  protected readonly atti = ATTI;
  protected readonly giorni = computed(() => {
    const giorni = [...new Set(this.oggi().settimana.map(a => GIORNO.format(new Date(a.at))))];
    return giorni.map(giorno => ({ giorno, appuntamenti: this.oggi().settimana.filter(a => GIORNO.format(new Date(a.at)) === giorno) }));
  });

  protected ora(a: AppuntamentoView): string {
    return formatOra(new Date(a.at));
  }

  protected dove(percorso: string): ReturnType<typeof via> {
    return via(this.ambito(), percorso);
  }
}
