import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { accessoApi } from '../accounts.api';
import { ChiediPosta } from '../chiedi-posta';

/** A forgotten password. */
@Component({
  selector: 'app-password-page',
  imports: [ChiediPosta, RouterLink],
  template: `
    <div class="container section">
      <app-chiedi-posta
        titolo="Password dimenticata"
        testo="Scrivi l’indirizzo con cui ti sei registrato: ti mandiamo un collegamento per sceglierne una nuova."
        bottone="Mandami il collegamento"
        dopo="Apri il collegamento del messaggio per scegliere una nuova password: vale 30 minuti."
        [chiedi]="chiedi"
      >
        <a routerLink="/accedi">Torna all’accesso</a>
      </app-chiedi-posta>
    </div>
  `,
})
export class PasswordPage {
  protected readonly chiedi = accessoApi().chiediReset;
}
