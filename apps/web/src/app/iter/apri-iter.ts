import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { ETICHETTE_MODELLO, NuovoIterInput, type ModelloIter } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { DateField } from '../ui/fields/date-field';
import { ErrorSummary } from '../ui/forms/error-summary';
import { optionsOf } from '../ui/fields/option';
import { RadioGroup } from '../ui/fields/radio-group';
import { submission } from '../ui/forms/submission';
import { iterCommands } from './iter.api';

/** Opens the iter of the Piano, from a template or empty. */
@Component({
  selector: 'app-apri-iter',
  imports: [Busy, DateField, ErrorSummary, FormField, RadioGroup],
  template: `
    <p class="lead">L’iter di questo Piano non è ancora aperto. Parti dalle fasi consuete: poi le cambi come vuoi.</p>
    <form class="form-narrow" novalidate (submit)="invio.submit($event)">
      <app-error-summary [form]="f" [submission]="invio" />
      <app-radio-group [formField]="f.modello" label="Da dove parti" [options]="modelli" mandatory />
      <app-date-field [formField]="f.scadenza" label="Entro quando va presentato il Piano" hint="Se non lo sai ancora, lascia vuoto." />
      <p class="form-actions"><button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Apri l’iter</button></p>
    </form>
  `,
})
export class ApriIter {
  readonly ambito = input.required<string>();
  readonly aperto = output();
  protected readonly modelli = optionsOf(ETICHETTE_MODELLO);
  protected readonly model = signal<{ modello: ModelloIter | ''; scadenza: string }>({ modello: 'pavia', scadenza: '' });
  protected readonly f = form(this.model, path => validateStandardSchema(path, () => NuovoIterInput));
  readonly #commands = iterCommands();
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    await this.#commands.apri(this.ambito(), NuovoIterInput.parse(this.model()), idempotencyKey);
    this.#annunci.notify('Iter aperto.');
    this.aperto.emit();
  });
}
