import { Component, inject, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { ChiusuraAccountInput } from '@tavoli/shared';
import { SessionStore } from '../../session/session-store';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { PasswordField } from '../../ui/fields/password-field';
import { ResourceState } from '../../page/resource-state';
import { submission } from '../../ui/forms/submission';
import { accountApi, chiusuraResource } from '../accounts.api';

/** Closes one's own account: first what it deletes and what stays, then the password, then it is done. */
@Component({
  selector: 'app-chiudi-account-page',
  imports: [Busy, ErrorSummary, FormField, PasswordField, ResourceState, RouterLink],
  template: `
    <div class="container section">
      @if (piano.hasValue()) {
        @let p = piano.value();
        <h1>Chiudi l’account</h1>
        @if (p.impedimenti.length > 0) {
          <div class="alert alert-warning">
            <p><strong>Prima devi affidare ad altri quello che segui:</strong></p>
            <ul class="mb-0">
              @for (motivo of p.impedimenti; track motivo) {
                <li>{{ motivo }}</li>
              }
            </ul>
          </div>
        }
        <h2 class="h4">Che cosa si cancella</h2>
        <ul>
          @for (cosa of p.cancella; track cosa) {
            <li>{{ cosa }}</li>
          }
        </ul>
        <h2 class="h4">Che cosa resta</h2>
        <ul>
          @for (cosa of p.conserva; track cosa) {
            <li>{{ cosa }}</li>
          }
        </ul>
        <p>Prima, se vuoi, <a href="/api/v1/account/dati.json" download>scarica i tuoi dati</a>.</p>
        @if (p.impedimenti.length === 0) {
          <form class="form-narrow" novalidate (submit)="invio.submit($event)">
            <app-error-summary [form]="f" [submission]="invio" />
            <p><strong>Non si può tornare indietro.</strong></p>
            @if (p.conPassword) {
              <app-password-field [formField]="f.password" label="La tua password" autocomplete="current-password" mandatory />
            }
            <p class="form-actions">
              <button type="submit" class="btn btn-danger" [appBusy]="invio.busy()">Chiudi l’account per sempre</button>
              <a class="btn btn-outline-primary" routerLink="/account">Torna indietro</a>
            </p>
          </form>
        } @else {
          <p><a class="btn btn-outline-primary" routerLink="/account">Torna al tuo account</a></p>
        }
      } @else {
        <app-resource-state [of]="piano" />
      }
    </div>
  `,
})
export class ChiudiAccountPage {
  protected readonly piano = chiusuraResource();
  protected readonly model = signal({ password: '' });
  protected readonly f = form(this.model, path => validateStandardSchema(path, ChiusuraAccountInput));
  readonly #commands = accountApi();
  readonly #session = inject(SessionStore);
  readonly #annunci = inject(Annunci);
  readonly #router = inject(Router);

  protected readonly invio = submission(this.f, async () => {
    await this.#commands.chiudi(this.piano.value()?.conPassword ? { password: this.model().password } : {});
    await this.#session.reload();
    this.#annunci.notify('L’account è chiuso e i tuoi dati sono stati cancellati.');
    await this.#router.navigateByUrl('/');
  });
}
