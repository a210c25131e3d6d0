import { Component, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { nuovaPassword } from '@tavoli/shared';
import { Busy } from '../../ui/busy';
import { CheckboxField } from '../../ui/fields/checkbox-field';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { PasswordField } from '../../ui/fields/password-field';
import { submission } from '../../ui/forms/submission';
import { accessoApi } from '../accounts.api';
import { AIUTO_PASSWORD } from '../accounts.labels';
import { mailedSecret } from '../../session/mailed-secret';
import { signedInNow } from '../signed-in-now';

/** Where the mail of a forgotten password leads. */
@Component({
  selector: 'app-nuova-password-page',
  imports: [Busy, CheckboxField, ErrorSummary, FormField, PasswordField, RouterLink],
  template: `
    <div class="container section">
      <h1>Scegli una nuova password</h1>
      @if (segreto()) {
        <p class="lead">Quando la salvi, tutti gli accessi aperti vengono chiusi, tranne questo.</p>
        <form class="form-narrow" novalidate (submit)="invio.submit($event)">
          <app-error-summary [form]="f" [submission]="invio" />
          <app-password-field
            [formField]="f.password"
            label="Nuova password"
            [hint]="aiutoPassword"
            autocomplete="new-password"
            mandatory
          />
          <app-checkbox-field
            [formField]="f.chiudiCalendario"
            label="Chiudi anche l’indirizzo segreto del mio calendario"
            hint="Se l’hai dato al telefono o al computer, smette di aggiornarsi: ne puoi creare uno nuovo. Sceglilo se temi che qualcuno abbia usato il tuo account."
          />
          <p class="form-actions">
            <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Salva ed entra</button>
            <a routerLink="/password">Chiedi un altro collegamento</a>
          </p>
        </form>
      } @else {
        <div class="alert alert-warning">Il collegamento non è completo: aprilo di nuovo dal messaggio, o copialo tutto.</div>
        <p><a class="btn btn-outline-primary" routerLink="/password">Chiedi un altro collegamento</a></p>
      }
    </div>
  `,
})
export class NuovaPasswordPage {
  protected readonly segreto = mailedSecret();
  protected readonly model = signal({ password: '', chiudiCalendario: false });
  protected readonly f = form(this.model, path => validateStandardSchema(path.password, nuovaPassword));
  protected readonly aiutoPassword = AIUTO_PASSWORD;
  readonly #api = accessoApi();
  readonly #entered = signedInNow();

  protected readonly invio = submission(this.f, async () => {
    await this.#api.reimposta({ ...this.model(), segreto: this.segreto() });
    await this.#entered();
  });
}
