import { Component, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { InvitoAmministratoreInput } from '@tavoli/shared';
import { Busy } from '../../ui/busy';
import { DraftNotice } from '../../ui/drafts/draft-notice';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { localDraft } from '../../ui/drafts/local-draft';
import { PasswordField } from '../../ui/fields/password-field';
import { submission } from '../../ui/forms/submission';
import { TextField } from '../../ui/fields/text-field';
import { accessoApi } from '../accounts.api';
import { AIUTO_PASSWORD } from '../accounts.labels';
import { mailedSecret } from '../../session/mailed-secret';
import { signedInNow } from '../signed-in-now';

const Dati = InvitoAmministratoreInput.omit({ segreto: true });

/** Where the one-time link of the first administrator leads. */
@Component({
  selector: 'app-amministratore-page',
  imports: [Busy, DraftNotice, ErrorSummary, FormField, PasswordField, TextField],
  template: `
    <div class="container section">
      <h1>Diventa amministratore</h1>
      @if (segreto()) {
        <p class="lead">
          Hai ricevuto un invito ad amministrare il portale. Scrivi il tuo nome e scegli una password: se avevi già un account con questo
          indirizzo, prende queste.
        </p>
        <form class="form-narrow" novalidate (submit)="invio.submit($event)">
          <app-draft-notice [draft]="draft" />
          <app-error-summary [form]="f" [submission]="invio" />
          <app-text-field [formField]="f.nome" label="Nome" autocomplete="given-name" mandatory />
          <app-text-field [formField]="f.cognome" label="Cognome" autocomplete="family-name" mandatory />
          <app-password-field
            [formField]="f.password"
            label="Scegli una password"
            [hint]="aiutoPassword"
            autocomplete="new-password"
            mandatory
          />
          <p class="form-actions"><button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Conferma ed entra</button></p>
        </form>
      } @else {
        <div class="alert alert-warning">
          Il collegamento non è completo: copialo tutto, oppure chiedine un altro a chi gestisce il server.
        </div>
      }
    </div>
  `,
})
export class AmministratorePage {
  protected readonly segreto = mailedSecret();
  protected readonly model = signal({ nome: '', cognome: '', password: '' });
  protected readonly draft = localDraft('amministratore', this.model, { except: ['password'] });
  protected readonly f = form(this.model, path => validateStandardSchema(path, Dati));
  protected readonly aiutoPassword = AIUTO_PASSWORD;
  readonly #api = accessoApi();
  readonly #entered = signedInNow();

  protected readonly invio = submission(this.f, async () => {
    await this.#api.usaInvito({ ...this.model(), segreto: this.segreto() });
    this.draft.clear();
    await this.#entered();
  });
}
