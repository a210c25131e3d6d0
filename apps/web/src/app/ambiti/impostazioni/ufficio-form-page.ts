import { Component, inject, input } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { UfficioInput, type ImpostazioniView } from '@tavoli/shared';
import { ResourceState } from '../../page/resource-state';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { CheckboxField } from '../../ui/fields/checkbox-field';
import { TextArea } from '../../ui/fields/text-area';
import { TextField } from '../../ui/fields/text-field';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { formModel } from '../../ui/forms/form-model';
import { FormBar } from '../../ui/forms/form-bar';
import { submission } from '../../ui/forms/submission';
import { impostazioniCommands, impostazioniResource } from './impostazioni.api';

const PERSONA = { nome: '', ruolo: '', ente: '', pubblica: true };
const model = (i?: ImpostazioniView) => ({
  sede: i?.ufficio.sede ?? '',
  orari: i?.ufficio.orari ?? '',
  telefono: i?.ufficio.telefono ?? '',
  email: i?.ufficio.email ?? '',
  persone: (i?.ufficio.persone ?? []).map(p => ({ ...p, ente: p.ente ?? '' })),
});
type Model = ReturnType<typeof model>;

/** Where the office is, when it is open, who works there. */
@Component({
  selector: 'app-ufficio-form-page',
  imports: [FormBar, Busy, CheckboxField, ErrorSummary, FormField, ResourceState, TextArea, TextField],
  template: `
    <div class="container section">
      <h1>L’ufficio</h1>
      @if (impostazioni.hasValue()) {
        <p class="lead">Queste notizie compaiono nella pagina pubblica «L’ufficio».</p>
        <form class="form-narrow" novalidate (submit)="invio.submit($event)">
          <app-error-summary [form]="f" [submission]="invio" />
          <app-text-area [formField]="f.sede" label="Sede (facoltativa)" [rows]="2" />
          <app-text-area [formField]="f.orari" label="Orari (facoltativi)" hint="Uno per riga." [rows]="4" />
          <app-text-field [formField]="f.telefono" label="Telefono (facoltativo)" type="tel" />
          <app-text-field [formField]="f.email" label="E-mail (facoltativa)" type="email" />
          @for (persona of f.persone; track persona) {
            <fieldset class="fieldset-card">
              <legend class="h5">Persona {{ $index + 1 }}</legend>
              <app-text-field [formField]="persona.nome" label="Nome e cognome" mandatory />
              <app-text-field [formField]="persona.ruolo" label="Che cosa fa" mandatory />
              <app-text-field [formField]="persona.ente" label="Per quale ente lavora (facoltativo)" hint="Per esempio Comune di Crosia." />
              <app-checkbox-field [formField]="persona.pubblica" label="Compare nella pagina pubblica" />
              <button type="button" class="btn btn-outline-danger btn-sm" (click)="togli($index)">Togli la persona {{ $index + 1 }}</button>
            </fieldset>
          }
          <app-form-bar [form]="f" [submission]="invio">
            <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Salva</button>
            <button type="button" class="btn btn-outline-primary" (click)="aggiungi()">Aggiungi una persona</button>
          </app-form-bar>
        </form>
      } @else {
        <app-resource-state [of]="impostazioni" />
      }
    </div>
  `,
})
export class UfficioFormPage {
  readonly ambito = input.required<string>();
  protected readonly impostazioni = impostazioniResource(this.ambito);
  protected readonly model = formModel(this.impostazioni.value, model);
  protected readonly f = form(this.model, path => validateStandardSchema(path, UfficioInput as never));
  readonly #commands = impostazioniCommands(this.ambito, this.impostazioni);
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async () => {
    await this.#commands.salva('ufficio', UfficioInput.parse(this.model()));
    this.#annunci.notify('Salvato: lo leggono tutti nella pagina «L’ufficio».');
  });

  protected aggiungi(): void {
    this.#persone(all => [...all, { ...PERSONA }]);
    this.#annunci.announce('Persona aggiunta.');
  }

  protected togli(posto: number): void {
    this.#persone(all => all.filter((_, i) => i !== posto));
  }

  #persone(change: (all: Model['persone']) => Model['persone']): void {
    this.f.persone().value.set(change(this.model().persone));
    this.f.persone().markAsDirty();
  }
}
