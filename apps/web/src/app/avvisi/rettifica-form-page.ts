import { Component, inject, input } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { type AvvisoView, RettificaAvvisoForm, RettificaAvvisoInput } from '@tavoli/shared';
import { ResourceState } from '../page/resource-state';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { DateField } from '../ui/fields/date-field';
import { TextArea } from '../ui/fields/text-area';
import { TextField } from '../ui/fields/text-field';
import { ErrorSummary } from '../ui/forms/error-summary';
import { formModel } from '../ui/forms/form-model';
import { FormBar } from '../ui/forms/form-bar';
import { submission } from '../ui/forms/submission';
import { avvisiCommands, avvisoResource } from './avvisi.api';
import { requisitiDaRighe, unaPerRiga } from './righe';

/** Changes an avviso that is open: everybody reads what it said, what it says and why. */
@Component({
  selector: 'app-rettifica-form-page',
  imports: [FormBar, Busy, DateField, ErrorSummary, FormField, ResourceState, RouterLink, TextArea, TextField],
  templateUrl: './rettifica-form-page.html',
})
export class RettificaFormPage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'avviso' });
  protected readonly avviso = avvisoResource(this.ambito, this.id);
  protected readonly model = formModel(this.avviso.value, modelOf);
  protected readonly f = form(this.model, path => validateStandardSchema(path, RettificaAvvisoForm as never));
  readonly #commands = avvisiCommands();
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async () => {
    const avviso = this.avviso.value();
    if (avviso === undefined) return;
    const { requisitiDichiarati, requisitiUfficio, ...dati } = this.model();
    const requisiti = requisitiDaRighe(requisitiDichiarati, requisitiUfficio);
    await this.#commands.rettifica(this.ambito(), avviso, RettificaAvvisoInput.parse({ ...dati, requisiti }));
    this.#annunci.notify('Rettifica pubblicata. Gli enti che stanno rispondendo ricevono un messaggio.');
    await this.#router.navigate(['/', this.ambito(), 'area', 'avvisi', avviso.id]);
  });
}

const modelOf = (avviso: AvvisoView | undefined) => ({
  titolo: avviso?.titolo ?? '',
  testo: avviso?.testo ?? '',
  requisitiDichiarati: unaPerRiga((avviso?.requisiti ?? []).filter(r => r.verifica === 'dichiarata')),
  requisitiUfficio: unaPerRiga((avviso?.requisiti ?? []).filter(r => r.verifica === 'ufficio')),
  determinaNumero: avviso?.determinaNumero ?? '',
  determinaData: avviso?.determinaData ?? '',
  responsabileNome: avviso?.responsabileNome ?? '',
  responsabileUfficio: avviso?.responsabileUfficio ?? '',
  responsabileTelefono: avviso?.responsabileTelefono ?? '',
  responsabileEmail: avviso?.responsabileEmail ?? '',
  motivazione: '',
});
