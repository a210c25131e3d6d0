import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { TextField } from '../ui/fields/text-field';
import type { PersonaModel } from './persone.model';

/** The fields of one named person. */
@Component({
  selector: 'app-persona-fields',
  imports: [FormField, TextField],
  template: `
    @let f = persona();
    <fieldset class="fieldset-card">
      <legend class="h5">{{ titolo() }}</legend>
      <div class="fields-grid">
        <app-text-field [formField]="f.nome" label="Nome" [mandatory]="mandatory()" />
        <app-text-field [formField]="f.cognome" label="Cognome" [mandatory]="mandatory()" />
        <app-text-field
          [formField]="f.email"
          label="E-mail"
          type="email"
          hint="Qui riceve la richiesta di consenso."
          [mandatory]="mandatory()"
        />
        <app-text-field [formField]="f.telefono" label="Telefono (facoltativo)" type="tel" />
        <app-text-field [formField]="f.qualifica" label="Ruolo nell’ente (facoltativo)" hint="Per esempio: presidente, volontaria." />
      </div>
    </fieldset>
  `,
})
export class PersonaFields {
  readonly persona = input.required<FieldTree<PersonaModel>>();
  readonly titolo = input.required<string>();
  readonly mandatory = input(false);
}
