import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { SessionStore } from '../../session/session-store';
import { Annunci } from '../../ui/annunci';
import { accountApi } from '../accounts.api';
import { UsaSegreto } from '../../session/usa-segreto';

/** Where the mail to a new address leads. */
@Component({
  selector: 'app-conferma-indirizzo-page',
  imports: [RouterLink, UsaSegreto],
  template: `
    <div class="container section">
      <app-usa-segreto
        titolo="Conferma il tuo nuovo indirizzo"
        testo="Hai chiesto tu di cambiare indirizzo? Premi il pulsante, dopo aver fatto l’accesso con il tuo account: da adesso userai questo indirizzo per accedere e per ricevere i messaggi del portale."
        bottone="Conferma il nuovo indirizzo"
        [azione]="conferma"
      >
        <p>
          Il tuo indirizzo non è cambiato. Se hai fatto l’accesso con un altro account, esci e rientra con quello che deve cambiare
          indirizzo. Puoi chiedere di nuovo il cambio dal tuo account.
        </p>
        <p><a class="btn btn-outline-primary" routerLink="/account">Vai al tuo account</a></p>
      </app-usa-segreto>
    </div>
  `,
})
export class ConfermaIndirizzoPage {
  readonly #api = accountApi();
  readonly #session = inject(SessionStore);
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);

  protected readonly conferma = async (segreto: string): Promise<void> => {
    await this.#api.confermaEmail(segreto);
    await this.#session.reload();
    this.#annunci.notify('Il tuo indirizzo è cambiato.');
    await this.#router.navigateByUrl('/account');
  };
}
