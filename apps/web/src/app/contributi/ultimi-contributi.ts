import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LoadingBar } from '../ui/loading-bar';
import { contributiList } from './contributi-pubblici.api';
import { ContributoRiga } from './contributo-riga';

const QUANTI = 3;

/** The latest contributi of a tavolo, and the way to send one. A section of another page. */
@Component({
  selector: 'app-ultimi-contributi',
  imports: [ContributoRiga, LoadingBar, RouterLink],
  host: { class: 'd-block' },
  template: `
    <h2 id="titolo-contributi">Contributi</h2>
    @if (tavolo().chiusoIl === null) {
      <p>Vuoi dire qualcosa al tavolo? Puoi farlo anche senza account, e il tavolo ti risponde.</p>
      <p>
        <a class="btn btn-primary" [routerLink]="['/', ambito(), 'tavoli', tavolo().slug, 'contributi', 'nuovo']">Invia un contributo</a>
      </p>
    }
    @if (contributi.ready()) {
      @if (contributi.items().length > 0) {
        <ul class="list-rows">
          @for (contributo of contributi.items().slice(0, quanti); track contributo.id) {
            <li><app-contributo-riga [contributo]="contributo" [ambito]="ambito()" [level]="3" [conTavolo]="false" /></li>
          }
        </ul>
      }
      <p>
        <a [routerLink]="['/', ambito(), 'contributi']" [queryParams]="{ tavolo: tavolo().id }">Tutti i contributi del tavolo</a> ·&ngsp;
        <a [routerLink]="['/', ambito(), 'tavoli', tavolo().slug, 'numeri']">I numeri del tavolo</a>
      </p>
    } @else if (contributi.problem()) {
      <p>Non riusciamo a mostrare i contributi in questo momento.</p>
    } @else {
      <app-loading-bar [active]="contributi.isLoading()" />
    }
  `,
})
export class UltimiContributi {
  readonly ambito = input.required<string>();
  readonly tavolo = input.required<{ readonly id: string; readonly slug: string; readonly chiusoIl: string | null }>();
  protected readonly quanti = QUANTI;
  protected readonly contributi = contributiList(this.ambito, () => ({ tavolo: this.tavolo().id }));
}
