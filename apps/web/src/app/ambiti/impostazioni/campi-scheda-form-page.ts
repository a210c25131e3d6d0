import { Component, computed, inject, input } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import {
  CampiSchedaInput,
  ETICHETTE_FORMA_CAMPO,
  type FormaCampo,
  FORME_CAMPO,
  type ImpostazioniView,
  MASSIMO_CAMPI,
} from '@tavoli/shared';
import { ResourceState } from '../../page/resource-state';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { CheckboxField } from '../../ui/fields/checkbox-field';
import { SelectField } from '../../ui/fields/select-field';
import { TextField } from '../../ui/fields/text-field';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { FormBar } from '../../ui/forms/form-bar';
import { formModel } from '../../ui/forms/form-model';
import { submission } from '../../ui/forms/submission';
import { impostazioniCommands, impostazioniResource } from './impostazioni.api';

interface Campo {
  codice: string | null;
  etichetta: string;
  aiuto: string;
  forma: FormaCampo;
  opzioni: string[];
  obbligatorio: boolean;
}
type Scritto = ImpostazioniView['campiScheda'][number];

const diModulo = ({ codice, etichetta, aiuto, forma, opzioni, obbligatorio }: Scritto): Campo => ({
  codice,
  etichetta,
  aiuto: aiuto ?? '',
  forma,
  opzioni: [...opzioni],
  obbligatorio,
});
const model = (i?: ImpostazioniView) => ({ campi: (i?.campiScheda ?? []).filter(c => !c.ritirato).map(diModulo) });

/** What new schede ask for beyond their parts, in its order: a field that is taken away is withdrawn, and stays where it was written. */
@Component({
  selector: 'app-campi-scheda-form-page',
  imports: [Busy, CheckboxField, ErrorSummary, FormBar, FormField, ResourceState, SelectField, TextField],
  templateUrl: './campi-scheda-form-page.html',
})
export class CampiSchedaFormPage {
  readonly ambito = input.required<string>();
  protected readonly impostazioni = impostazioniResource(this.ambito);
  protected readonly model = formModel(this.impostazioni.value, model);
  protected readonly f = form(this.model, path => validateStandardSchema(path, CampiSchedaInput as never));
  protected readonly forme = ETICHETTE_FORMA_CAMPO;
  protected readonly opzioniForma = FORME_CAMPO.map(value => ({ value, label: ETICHETTE_FORMA_CAMPO[value] }));
  protected readonly massimo = MASSIMO_CAMPI;
  protected readonly ritirati = computed(() =>
    (this.impostazioni.value()?.campiScheda ?? []).filter(c => c.ritirato && !this.model().campi.some(m => m.codice === c.codice)),
  );
  readonly #commands = impostazioniCommands(this.ambito, this.impostazioni);
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async () => {
    const { campi } = this.model();
    // Choices that were written before another way of answering was chosen are not sent.
    const scelti = campi.map(c => (c.forma === 'scelta' ? c : { ...c, opzioni: [] }));
    await this.#commands.salva('schede', CampiSchedaInput.parse({ campi: scelti }));
    this.#annunci.notify('Campi salvati: li chiedono le schede nuove.');
  });

  protected aggiungi(): void {
    this.#campi(all => [...all, { codice: null, etichetta: '', aiuto: '', forma: 'testo', opzioni: [], obbligatorio: false }]);
    this.#annunci.announce('Campo aggiunto in fondo.');
  }

  protected togli(posto: number): void {
    this.#campi(all => all.filter((_, i) => i !== posto));
  }

  protected riprendi(campo: Scritto): void {
    this.#campi(all => [...all, diModulo(campo)]);
    this.#annunci.announce(`${campo.etichetta}: di nuovo tra i campi.`);
  }

  protected sposta(posto: number): void {
    this.#campi(all => all.map((c, i) => (i === posto - 1 ? (all[posto] ?? c) : i === posto ? (all[posto - 1] ?? c) : c)));
    this.#annunci.announce(`Ora è il campo ${posto}.`);
  }

  protected aggiungiScelta(posto: number): void {
    this.#scelte(posto, opzioni => [...opzioni, '']);
  }

  protected togliScelta(posto: number, quale: number): void {
    this.#scelte(posto, opzioni => opzioni.filter((_, i) => i !== quale));
  }

  #scelte(posto: number, change: (opzioni: string[]) => string[]): void {
    this.#campi(all => all.map((c, i) => (i === posto ? { ...c, opzioni: change(c.opzioni) } : c)));
  }

  #campi(change: (all: Campo[]) => Campo[]): void {
    this.f.campi().value.set(change(this.model().campi));
    this.f.campi().markAsDirty();
  }
}
