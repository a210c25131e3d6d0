import { Component, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { RegistrazioneInput } from '@tavoli/shared';
import { Busy } from '../../ui/busy';
import { CheckboxField } from '../../ui/fields/checkbox-field';
import { DraftNotice } from '../../ui/drafts/draft-notice';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { localDraft } from '../../ui/drafts/local-draft';
import { submission } from '../../ui/forms/submission';
import { TextField } from '../../ui/fields/text-field';
import { registrazioneApi } from '../accounts.api';
import { ControllaPosta } from '../controlla-posta';
import { keptReturn } from '../kept-return';

/** Asks for a new account: it is made from the mail, by whoever opens it. */
@Component({
  selector: 'app-registrati-page',
  imports: [Busy, CheckboxField, ControllaPosta, DraftNotice, ErrorSummary, FormField, RouterLink, TextField],
  templateUrl: './registrati-page.html',
})
export class RegistratiPage {
  readonly ritorno = input<string>();
  protected readonly model = signal({ email: '', informativaLetta: false });
  protected readonly draft = localDraft('registrazione', this.model);
  protected readonly f = form(this.model, path => validateStandardSchema(path, () => RegistrazioneInput));
  protected readonly sent = signal<string | null>(null);
  readonly #api = registrazioneApi();
  readonly #kept = keptReturn();
  protected readonly rinvia = this.#api.rinvia;

  protected readonly invio = submission(this.f, async () => {
    const input = RegistrazioneInput.parse(this.model());
    await this.#api.registra(input);
    this.#kept.keep(this.ritorno());
    this.draft.clear();
    this.sent.set(input.email);
  });
}
