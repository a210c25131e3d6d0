import { Component, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { AccessoInput } from '@tavoli/shared';
import { SessionStore } from '../../session/session-store';
import { Busy } from '../../ui/busy';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { PasswordField } from '../../ui/fields/password-field';
import { NIENTE_DA_PERDERE, submission } from '../../ui/forms/submission';
import { TextField } from '../../ui/fields/text-field';
import { accessoApi } from '../accounts.api';
import { signedInNow } from '../signed-in-now';

/** Signs in with the password, or leads to the ways that need none. */
@Component({
  selector: 'app-accedi-page',
  imports: [Busy, ErrorSummary, FormField, PasswordField, RouterLink, TextField],
  templateUrl: './accedi-page.html',
})
export class AccediPage {
  /** The page to go back to, from the query: any value at all, judged when it is used. */
  readonly ritorno = input<string>();
  protected readonly session = inject(SessionStore);
  protected readonly model = signal({ email: '', password: '' });
  protected readonly f = form(this.model, path => validateStandardSchema(path, AccessoInput));
  readonly #api = accessoApi();
  readonly #entered = signedInNow();

  protected readonly invio = submission(
    this.f,
    async () => {
      await this.#api.accedi(this.model());
      await this.#entered(this.ritorno());
    },
    NIENTE_DA_PERDERE,
  );
}
