import { Component, inject, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { CambioEmailInput } from '@tavoli/shared';
import { SessionStore } from '../../session/session-store';
import { Busy } from '../../ui/busy';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { PasswordField } from '../../ui/fields/password-field';
import { submission } from '../../ui/forms/submission';
import { TextField } from '../../ui/fields/text-field';
import { accountApi } from '../accounts.api';
import { ControllaPosta } from '../controlla-posta';

/** Asks for another address: it counts once confirmed from the mail sent there. */
@Component({
  selector: 'app-indirizzo-page',
  imports: [Busy, ControllaPosta, ErrorSummary, FormField, PasswordField, RouterLink, TextField],
  template: `
    <div class="container section">
      @if (sent(); as email) {
        <app-controlla-posta
          [email]="email"
          testo="L’indirizzo cambia quando apri il collegamento del messaggio: vale 24 ore. Fino ad allora continui a usare quello di prima."
          [rinvia]="rinvia"
        >
          <a class="btn btn-outline-primary" routerLink="/account">Torna al tuo account</a>
        </app-controlla-posta>
      } @else {
        <h1>Cambia indirizzo</h1>
        <p class="lead">
          Ora usi <strong>{{ session.account()?.email }}</strong>.
        </p>
        <p>
          I tuoi posti ai tavoli, gli inviti agli incontri, i contributi, quello che segui e il calendario passano al nuovo indirizzo: non
          perdi nulla. Se l’indirizzo è anche il recapito di un ente, cambialo nella pagina dell’ente.
        </p>
        <form class="form-narrow" novalidate (submit)="invio.submit($event)">
          <app-error-summary [form]="f" [submission]="invio" />
          <app-text-field [formField]="f.email" label="Nuovo indirizzo e-mail" type="email" autocomplete="email" mandatory />
          <app-password-field
            [formField]="f.password"
            label="La tua password"
            hint="Se non ne hai una, scegline una dalla pagina «Password dimenticata»."
            autocomplete="current-password"
            mandatory
          />
          <p class="form-actions">
            <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Cambia indirizzo</button>
            <a class="btn btn-outline-primary" routerLink="/account">Torna indietro</a>
          </p>
        </form>
      }
    </div>
  `,
})
export class IndirizzoPage {
  protected readonly session = inject(SessionStore);
  protected readonly model = signal({ email: '', password: '' });
  protected readonly f = form(this.model, path => validateStandardSchema(path, CambioEmailInput));
  protected readonly sent = signal<string | null>(null);
  readonly #api = accountApi();

  protected readonly rinvia = (): Promise<void> => this.#api.chiediCambioEmail(this.model());
  protected readonly invio = submission(this.f, async () => {
    await this.#api.chiediCambioEmail(this.model());
    this.sent.set(this.model().email.trim());
  });
}
