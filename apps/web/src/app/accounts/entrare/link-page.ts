import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { accessoApi } from '../accounts.api';
import { ChiediPosta } from '../chiedi-posta';
import { keptReturn } from '../kept-return';
import { mailedSecret } from '../../session/mailed-secret';
import { signedInNow } from '../signed-in-now';
import { UsaSegreto } from '../../session/usa-segreto';

/** Signing in without a password: asks for the link, and is where the link leads. */
@Component({
  selector: 'app-link-page',
  imports: [ChiediPosta, RouterLink, UsaSegreto],
  template: `
    <div class="container section">
      @if (segreto()) {
        <app-usa-segreto titolo="Accedi" testo="Premi il pulsante per entrare nel portale." bottone="Accedi" [azione]="usa">
          <p><a class="btn btn-outline-primary" href="/accedi/link">Chiedi un altro collegamento</a></p>
        </app-usa-segreto>
      } @else {
        <app-chiedi-posta
          titolo="Accedi senza password"
          testo="Scrivi l’indirizzo con cui ti sei registrato: ti mandiamo un collegamento che ti fa entrare."
          bottone="Mandami il collegamento"
          dopo="Apri il collegamento del messaggio: vale 10 minuti e si usa una volta sola."
          [chiedi]="chiedi"
        >
          <a routerLink="/accedi" [queryParams]="{ ritorno: ritorno() }">Accedi con la password</a>
        </app-chiedi-posta>
      }
    </div>
  `,
})
export class LinkPage {
  readonly ritorno = input<string>();
  protected readonly segreto = mailedSecret();
  readonly #api = accessoApi();
  readonly #kept = keptReturn();
  readonly #entered = signedInNow();

  protected readonly chiedi = async (email: string): Promise<void> => {
    await this.#api.chiediLink(email);
    this.#kept.keep(this.ritorno());
  };

  protected readonly usa = async (segreto: string): Promise<void> => {
    await this.#api.usaLink(segreto);
    await this.#entered(this.#kept.take());
  };
}
