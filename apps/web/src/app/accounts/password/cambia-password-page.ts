import { Component, inject, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { CambioPasswordInput } from '@tavoli/shared';
import { SessionStore } from '../../session/session-store';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { CheckboxField } from '../../ui/fields/checkbox-field';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { PasswordField } from '../../ui/fields/password-field';
import { submission } from '../../ui/forms/submission';
import { accountApi } from '../accounts.api';
import { AIUTO_PASSWORD } from '../accounts.labels';

@Component({
  selector: 'app-cambia-password-page',
  imports: [Busy, CheckboxField, ErrorSummary, FormField, PasswordField, RouterLink],
  template: `
    <div class="container section">
      <h1>Cambia password</h1>
      <p class="lead">Quando la salvi, tutti gli altri accessi aperti vengono chiusi.</p>
      <form class="form-narrow" novalidate (submit)="invio.submit($event)">
        <app-error-summary [form]="f" [submission]="invio" />
        <input type="hidden" autocomplete="username" [value]="session.account()?.email ?? ''" />
        <app-password-field [formField]="f.attuale" label="Password attuale" autocomplete="current-password" mandatory />
        <app-password-field [formField]="f.nuova" label="Nuova password" [hint]="aiutoPassword" autocomplete="new-password" mandatory />
        <app-checkbox-field
          [formField]="f.chiudiCalendario"
          label="Chiudi anche l’indirizzo segreto del mio calendario"
          hint="Se l’hai dato al telefono o al computer, smette di aggiornarsi: ne puoi creare uno nuovo. Sceglilo se temi che qualcuno abbia usato il tuo account."
        />
        <p class="form-actions">
          <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Cambia password</button>
          <a class="btn btn-outline-primary" routerLink="/account">Torna indietro</a>
          <a routerLink="/password">Password dimenticata?</a>
        </p>
      </form>
    </div>
  `,
})
export class CambiaPasswordPage {
  protected readonly session = inject(SessionStore);
  protected readonly model = signal({ attuale: '', nuova: '', chiudiCalendario: false });
  protected readonly f = form(this.model, path => validateStandardSchema(path, CambioPasswordInput));
  protected readonly aiutoPassword = AIUTO_PASSWORD;
  readonly #api = accountApi();
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async () => {
    await this.#api.cambiaPassword(this.model());
    this.#annunci.notify('Password cambiata. Gli altri accessi sono stati chiusi.');
    await this.#router.navigateByUrl('/account');
  });
}
