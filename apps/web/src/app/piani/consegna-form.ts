import { Component, inject, input, output } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { ConsegnaInput, type PianoView } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { DateField } from '../ui/fields/date-field';
import { ErrorSummary } from '../ui/forms/error-summary';
import { formModel } from '../ui/forms/form-model';
import { submission } from '../ui/forms/submission';
import { TextField } from '../ui/fields/text-field';
import { pianiCommands } from './piani.api';

/** When and under which numbers the Piano was sent to the Region. */
@Component({
  selector: 'app-consegna-form',
  imports: [Busy, DateField, ErrorSummary, FormField, TextField],
  template: `
    <section aria-labelledby="titolo-consegna">
      <h2 class="h4 mt-5" id="titolo-consegna">Invio alla Regione</h2>
      <form class="form-narrow" novalidate (submit)="invio.submit($event)">
        <app-error-summary [form]="f" [submission]="invio" />
        <app-date-field [formField]="f.inviatoIl" label="Inviato il" mandatory />
        <app-text-field [formField]="f.protocollo" label="Numero di protocollo dell’invio" mandatory />
        <app-text-field
          [formField]="f.protocolloRegione"
          label="Numero di protocollo della Regione (facoltativo)"
          hint="Se non lo hai ancora, potrai scriverlo dopo."
        />
        <p class="form-actions">
          <button type="submit" class="btn btn-outline-primary" [appBusy]="invio.busy()">Salva i dati dell’invio</button>
        </p>
      </form>
    </section>
  `,
})
export class ConsegnaForm {
  readonly ambito = input.required<string>();
  readonly piano = input.required<PianoView>();
  readonly salvata = output();
  protected readonly model = formModel(this.piano, ({ consegna: c }) => ({
    inviatoIl: c?.inviatoIl ?? '',
    protocollo: c?.protocollo ?? '',
    protocolloRegione: c?.protocolloRegione ?? '',
  }));
  protected readonly f = form(this.model, path => validateStandardSchema(path, ConsegnaInput));
  readonly #commands = pianiCommands();
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async () => {
    const { protocolloRegione, ...rest } = this.model();
    await this.#commands.consegna(this.ambito(), this.piano(), {
      ...rest,
      protocolloRegione: protocolloRegione === '' ? null : protocolloRegione,
    });
    this.#annunci.notify('Dati dell’invio salvati.');
    this.salvata.emit();
  });
}
