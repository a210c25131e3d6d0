import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CurrentRoute } from '../page/current-route';
import { SessionStore } from '../session/session-store';
import { Icon } from '../ui/icon';
import { AccountHost } from './account-host';

/** Pages that lead to signing in: nobody wants to come back to one. */
const NO_RETURN = /^\/(accedi|registrati|conferma|password|amministratore)(\/|\?|#|$)/;

/** "Accedi all’area personale", or who is signed in with what they may open. */
@Component({
  selector: 'app-account-menu',
  imports: [AccountHost, Icon, RouterLink],
  templateUrl: './account-menu.html',
})
export class AccountMenu {
  protected readonly session = inject(SessionStore);
  readonly #path = inject(CurrentRoute).path;
  protected readonly ritorno = computed(() => ({ ritorno: NO_RETURN.test(this.#path()) ? undefined : this.#path() }));
}
