import { Component, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { SoloEmailInput } from '@tavoli/shared';
import { Busy } from '../ui/busy';
import { ErrorSummary } from '../ui/forms/error-summary';
import { NIENTE_DA_PERDERE, submission } from '../ui/forms/submission';
import { TextField } from '../ui/fields/text-field';
import { ControllaPosta } from './controlla-posta';

/** Asks an address and has a mail sent there, then says to look for it. Links beside the button are projected. */
@Component({
  selector: 'app-chiedi-posta',
  imports: [Busy, ControllaPosta, ErrorSummary, FormField, TextField],
  host: { class: 'd-block' },
  template: `
    @if (sent(); as email) {
      <app-controlla-posta [email]="email" [testo]="dopo()" [rinvia]="chiedi()" />
    } @else {
      <h1>{{ titolo() }}</h1>
      <p class="lead">{{ testo() }}</p>
      <form class="form-narrow" novalidate (submit)="invio.submit($event)">
        <app-error-summary [form]="f" [submission]="invio" />
        <app-text-field [formField]="f.email" label="Indirizzo e-mail" type="email" autocomplete="username" mandatory />
        <p class="form-actions">
          <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">{{ bottone() }}</button>
          <ng-content />
        </p>
      </form>
    }
  `,
})
export class ChiediPosta {
  readonly titolo = input.required<string>();
  readonly testo = input.required<string>();
  readonly bottone = input.required<string>();
  /** What to do with the mail, after it was sent. */
  readonly dopo = input.required<string>();
  readonly chiedi = input.required<(email: string) => Promise<unknown>>();
  protected readonly model = signal({ email: '' });
  protected readonly f = form(this.model, path => validateStandardSchema(path, SoloEmailInput));
  protected readonly sent = signal<string | null>(null);
  protected readonly invio = submission(
    this.f,
    async () => {
      const email = this.model().email.trim();
      await this.chiedi()(email);
      this.sent.set(email);
    },
    NIENTE_DA_PERDERE,
  );
}
