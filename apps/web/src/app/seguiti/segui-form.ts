import { Component, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { SeguitoInput, type TipoSeguito } from '@tavoli/shared';
import { Busy } from '../ui/busy';
import { ErrorSummary } from '../ui/forms/error-summary';
import { submission } from '../ui/forms/submission';
import { TextField } from '../ui/fields/text-field';
import { seguitiApi } from './seguiti.api';

/** Asks to hear of something by mail; opened by who wants it. */
@Component({
  selector: 'app-segui-form',
  imports: [Busy, ErrorSummary, FormField, TextField],
  host: { class: 'd-block no-print' },
  template: `
    @if (mandato(); as indirizzo) {
      <p class="alert alert-info" role="status">
        Abbiamo mandato un messaggio a {{ indirizzo }}: aprilo e conferma. Prima non ti scriviamo.
      </p>
    } @else {
      <details class="details">
        <summary>{{ titolo() }}</summary>
        <form class="form-narrow" novalidate (submit)="invio.submit($event)">
          <app-error-summary [form]="f" [submission]="invio" />
          <app-text-field
            [formField]="f.email"
            type="email"
            label="Indirizzo e-mail"
            hint="Ti chiediamo di confermarlo. Smetti quando vuoi, con un clic."
            autocomplete="email"
            mandatory
          />
          <div class="visually-hidden" aria-hidden="true">
            <label
              >Non scrivere qui <input type="text" tabindex="-1" autocomplete="off" #sito (input)="f.sito().value.set(sito.value)"
            /></label>
          </div>
          <p><button type="submit" class="btn btn-outline-primary" [appBusy]="invio.busy()">Scrivetemi</button></p>
        </form>
      </details>
    }
  `,
})
export class SeguiForm {
  readonly ambito = input.required<string>();
  readonly tipo = input.required<TipoSeguito>();
  /** Id of the contributo, slug of the tavolo. */
  readonly cosa = input.required<string>();
  readonly titolo = input.required<string>();
  protected readonly model = signal({ email: '', sito: '' });
  protected readonly f = form(this.model, path => validateStandardSchema(path, SeguitoInput));
  protected readonly mandato = signal<string | null>(null);
  readonly #api = seguitiApi();

  protected readonly invio = submission(this.f, async () => {
    const input = SeguitoInput.parse(this.model());
    await this.#api.chiedi(this.ambito(), this.tipo(), this.cosa(), input);
    this.mandato.set(input.email);
  });
}
