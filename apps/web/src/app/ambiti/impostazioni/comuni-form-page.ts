import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { ComuneEntraInput, ComuneEsceInput, type ImpostazioniView } from '@tavoli/shared';
import { ResourceState } from '../../page/resource-state';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { DateField } from '../../ui/fields/date-field';
import { SelectField } from '../../ui/fields/select-field';
import { TextArea } from '../../ui/fields/text-area';
import { TextField } from '../../ui/fields/text-field';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { FormBar } from '../../ui/forms/form-bar';
import { submission } from '../../ui/forms/submission';
import { comuniItaliani, impostazioniCommands, impostazioniResource } from './impostazioni.api';
import { periodoInParole } from './periodo';

const VUOTO = { istat: '', giorno: '', atto: '', motivazione: '' };
type Comune = ImpostazioniView['comuni'][number];

/** The comuni of the ambito, each with its days: who is in today, who was, who comes and who goes. */
@Component({
  selector: 'app-comuni-form-page',
  imports: [FormBar, Busy, DateField, ErrorSummary, FormField, ResourceState, SelectField, TextArea, TextField],
  templateUrl: './comuni-form-page.html',
})
export class ComuniFormPage {
  readonly ambito = input.required<string>();
  protected readonly impostazioni = impostazioniResource(this.ambito);
  protected readonly oggi = computed(() => (this.impostazioni.value()?.comuni ?? []).filter(c => c.oggi));
  protected readonly altri = computed(() => (this.impostazioni.value()?.comuni ?? []).filter(c => !c.oggi));
  protected readonly esceDa = computed(() =>
    (this.impostazioni.value()?.comuni ?? []).filter(c => c.periodi.at(-1)?.al == null).map(c => ({ value: c.istat, label: c.nome })),
  );

  protected readonly cercato = signal('');
  protected readonly trovati = comuniItaliani(this.cercato);
  protected readonly scelte = computed(() =>
    (this.trovati.value()?.items ?? []).map(c => ({ value: c.istat, label: `${c.nome} (${c.provincia}, ${c.istat})` })),
  );
  protected readonly cerca = signal({ q: '' });
  protected readonly fCerca = form(this.cerca);
  protected readonly entra = signal(VUOTO);
  protected readonly fEntra = form(this.entra, path => validateStandardSchema(path, ComuneEntraInput as never));
  protected readonly esce = signal(VUOTO);
  protected readonly fEsce = form(this.esce, path => validateStandardSchema(path, ComuneEsceInput as never));
  readonly #commands = impostazioniCommands(this.ambito, this.impostazioni);
  readonly #annunci = inject(Annunci);

  protected readonly invioEntra = submission(this.fEntra, async () => {
    await this.#commands.cambia('comuni/entra', ComuneEntraInput.parse(this.entra()));
    this.fEntra().reset(VUOTO);
    this.#annunci.notify('Comune aggiunto.');
  });
  protected readonly invioEsce = submission(this.fEsce, async () => {
    await this.#commands.cambia('comuni/esce', ComuneEsceInput.parse(this.esce()));
    this.fEsce().reset(VUOTO);
    this.#annunci.notify('Uscita registrata.');
  });

  protected readonly trova = (event: Event): void => {
    event.preventDefault();
    this.cercato.set(this.cerca().q);
  };

  protected periodi = ({ periodi }: Comune): string =>
    periodi.length === 0 ? 'da sempre' : periodi.map(p => `${periodoInParole(p)}${p.atto === null ? '' : ` (${p.atto})`}`).join('; ');
}
