import { Location } from '@angular/common';
import { Component, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { RichiestaIngressoInput } from '@tavoli/shared';
import { ParolePipe } from '../../page/parole';
import { Busy } from '../../ui/busy';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { submission } from '../../ui/forms/submission';
import { TextArea } from '../../ui/fields/text-area';
import { TextField } from '../../ui/fields/text-field';
import { operatoriCommands } from '../enti.api';

/** Asks the operatori of a registered ente to be taken in. The answer never says whether there is such an ente. */
@Component({
  selector: 'app-ingresso-page',
  imports: [Busy, ErrorSummary, FormField, ParolePipe, RouterLink, TextArea, TextField],
  templateUrl: './ingresso-page.html',
})
export class IngressoPage {
  readonly ambito = input.required<string>();
  protected readonly ricevuta = signal(false);
  protected readonly model = signal({ codiceFiscale: codiceFiscaleFrom(inject(Location).getState()), messaggio: '' });
  protected readonly f = form(this.model, path => validateStandardSchema(path, RichiestaIngressoInput));
  readonly #commands = operatoriCommands();

  protected readonly invio = submission(this.f, async () => {
    await this.#commands.chiedi(this.ambito(), this.model());
    this.ricevuta.set(true);
  });
}

/** Handed over by the page of registration, outside the address. */
function codiceFiscaleFrom(state: unknown): string {
  const { codiceFiscale } = (state ?? {}) as { codiceFiscale?: unknown };
  return typeof codiceFiscale === 'string' ? codiceFiscale : '';
}
