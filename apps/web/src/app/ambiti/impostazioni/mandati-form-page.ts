import { Component, inject, input } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { MandatiInput, type InizioMandato } from '@tavoli/shared';
import { ResourceState } from '../../page/resource-state';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { RadioGroup } from '../../ui/fields/radio-group';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { formModel } from '../../ui/forms/form-model';
import { submission } from '../../ui/forms/submission';
import { impostazioniCommands, impostazioniResource } from './impostazioni.api';

/** From when the people of an accepted ente sit. */
@Component({
  selector: 'app-mandati-form-page',
  imports: [Busy, ErrorSummary, FormField, RadioGroup, ResourceState],
  template: `
    <div class="container section">
      <h1>Da quando si siede al tavolo</h1>
      @if (impostazioni.hasValue()) {
        <p class="lead">
          Vale per le designazioni accettate da ora in poi: chi siede già resta, chi attende l’elenco continua ad attenderlo.
        </p>
        <form class="form-narrow" novalidate (submit)="invio.submit($event)">
          <app-error-summary [form]="f" [submission]="invio" />
          <app-radio-group [formField]="f.inizioMandato" label="Le persone degli enti accettati siedono" [options]="inizi" mandatory />
          <p class="form-actions"><button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Salva</button></p>
        </form>
      } @else {
        <app-resource-state [of]="impostazioni" />
      }
    </div>
  `,
})
export class MandatiFormPage {
  readonly ambito = input.required<string>();
  protected readonly impostazioni = impostazioniResource(this.ambito);
  protected readonly inizi: readonly { readonly value: InizioMandato; readonly label: string; readonly hint: string }[] = [
    { value: 'accettazione', label: 'Da quando la designazione è accettata', hint: 'Basta che la persona abbia dato il consenso.' },
    {
      value: 'elenco',
      label: 'Dal giorno dell’elenco degli ammessi',
      hint: 'Lo pubblichi con la sua determina quando l’avviso è chiuso: fino ad allora nessuno siede, viene convocato o conta.',
    },
  ];
  protected readonly model = formModel(this.impostazioni.value, (letto): { inizioMandato: InizioMandato | '' } => ({
    inizioMandato: letto?.inizioMandato ?? '',
  }));
  protected readonly f = form(this.model, path => validateStandardSchema(path, MandatiInput as never));
  readonly #commands = impostazioniCommands(this.ambito, this.impostazioni);
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async () => {
    await this.#commands.salva('mandati', MandatiInput.parse(this.model()));
    this.#annunci.notify('Salvato: vale dalle prossime accettazioni.');
  });
}
