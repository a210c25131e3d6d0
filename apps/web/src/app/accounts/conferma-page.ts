import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { registrazioneApi } from './accounts.api';
import { keptReturn } from './kept-return';
import { signedInNow } from './signed-in-now';
import { UsaSegreto } from './usa-segreto';

/** Where the mail of a registration leads. */
@Component({
  selector: 'app-conferma-page',
  imports: [RouterLink, UsaSegreto],
  template: `
    <div class="container section">
      <app-usa-segreto
        titolo="Conferma il tuo indirizzo"
        testo="Hai chiesto tu di registrarti? Premi il pulsante: il tuo account nasce adesso e ti facciamo entrare. Se non l’hai chiesto tu, chiudi questa pagina."
        bottone="Conferma ed entra"
        [azione]="conferma"
      >
        <p>Se hai già confermato, il tuo account c’è: accedi. Altrimenti registrati di nuovo.</p>
        <p class="actions">
          <a class="btn btn-primary" routerLink="/accedi">Accedi</a>
          <a class="btn btn-outline-primary" routerLink="/registrati">Registrati</a>
        </p>
      </app-usa-segreto>
    </div>
  `,
})
export class ConfermaPage {
  readonly #api = registrazioneApi();
  readonly #kept = keptReturn();
  readonly #entered = signedInNow();

  protected readonly conferma = async (segreto: string): Promise<void> => {
    await this.#api.conferma(segreto);
    await this.#entered(this.#kept.take());
  };
}
