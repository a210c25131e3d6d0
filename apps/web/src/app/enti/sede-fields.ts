import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { Sede } from '@tavoli/shared';
import { TextField } from '../ui/fields/text-field';

/** An address. */
@Component({
  selector: 'app-sede-fields',
  imports: [FormField, TextField],
  template: `
    @let f = sede();
    <fieldset class="fieldset-card">
      <legend class="h5">{{ titolo() }}</legend>
      <app-text-field [formField]="f.indirizzo" label="Via e numero civico" mandatory />
      <div class="fields-grid">
        <app-text-field [formField]="f.cap" label="CAP" inputmode="numeric" mandatory />
        <app-text-field [formField]="f.comune" label="Comune" mandatory />
        <app-text-field [formField]="f.provincia" label="Provincia" hint="La sigla, per esempio CS." mandatory />
      </div>
    </fieldset>
  `,
})
export class SedeFields {
  readonly sede = input.required<FieldTree<Sede>>();
  readonly titolo = input.required<string>();
}
