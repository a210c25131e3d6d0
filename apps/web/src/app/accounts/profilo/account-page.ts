import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CalendarioPrivato } from '../../incontri/calendario/calendario-privato';
import { SessionStore } from '../../session/session-store';
import { BozzeTenute } from './bozze-tenute';
import { SessioniAttive } from './sessioni-attive';

/** One's own account: who one is here, and where one is signed in. */
@Component({
  selector: 'app-account-page',
  imports: [BozzeTenute, CalendarioPrivato, RouterLink, SessioniAttive],
  template: `
    <div class="container section">
      <h1>Il tuo account</h1>
      @if (session.account(); as account) {
        <dl class="facts">
          <div>
            <dt>Nome e cognome</dt>
            <dd>{{ account.nome }} {{ account.cognome }}</dd>
          </div>
          <div>
            <dt>Indirizzo e-mail</dt>
            <dd>{{ account.email }}</dd>
          </div>
        </dl>
        <p class="actions">
          <a class="btn btn-outline-primary" routerLink="profilo">Nome e profilo</a>
          <a class="btn btn-outline-primary" routerLink="indirizzo">Cambia indirizzo</a>
          <a class="btn btn-outline-primary" routerLink="password">Cambia password</a>
        </p>
      }
      <app-calendario-privato />
      <app-sessioni-attive />
      @if (session.account(); as account) {
        <app-bozze-tenute [account]="account.id" />
      }
      <section class="mt-5" aria-labelledby="titolo-dati">
        <h2 class="h4" id="titolo-dati">I tuoi dati</h2>
        <p>Puoi avere tutto quello che il portale sa di te, e puoi chiedere di essere dimenticato.</p>
        <p class="actions">
          <a class="btn btn-outline-primary" href="/api/v1/account/dati.json" download>Scarica i tuoi dati</a>
          <a class="btn btn-outline-danger" routerLink="chiudi">Chiudi l’account</a>
        </p>
      </section>
    </div>
  `,
})
export class AccountPage {
  protected readonly session = inject(SessionStore);
}
