import { Component, computed, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { VesteDiretta } from '@tavoli/shared';
import { aperti, tavoliResource } from '../tavoli/tavoli.api';
import { CheckboxGroup } from '../ui/fields/checkbox-group';
import { DateField } from '../ui/fields/date-field';
import { NumberField } from '../ui/fields/number-field';
import { RadioGroup } from '../ui/fields/radio-group';
import { TextField } from '../ui/fields/text-field';

export interface PostiModel {
  tavoli: string[];
  veste: VesteDiretta | '';
  titolari: number;
  supplenti: number;
  atto: { numero: string; data: string };
}
export const postiVuoti = (): PostiModel => ({
  tavoli: [],
  veste: 'istituzionale',
  titolari: 1,
  supplenti: 1,
  atto: { numero: '', data: '' },
});

const VESTI = [
  { value: 'istituzionale', label: 'Componente istituzionale', hint: 'Conta per il numero legale.' },
  { value: 'osservatore', label: 'Osservatore', hint: 'Assiste e non conta per il numero legale.' },
] as const;

/** Which seats are offered, and by which act. */
@Component({
  selector: 'app-posti-fields',
  imports: [CheckboxGroup, DateField, FormField, NumberField, RadioGroup, TextField],
  template: `
    @let f = posti();
    <app-checkbox-group [formField]="f.tavoli" label="Tavoli" hint="Un solo messaggio per tutti." [options]="tavoli()" mandatory />
    <app-radio-group [formField]="f.veste" label="Come siede al tavolo" [options]="vesti" mandatory />
    <app-number-field [formField]="f.titolari" label="Titolari per tavolo" mandatory />
    <app-number-field [formField]="f.supplenti" label="Supplenti per tavolo" mandatory />
    <app-text-field [formField]="f.atto.numero" label="Numero dell’atto" hint="Quello con cui l’ambito assegna i posti." mandatory />
    <app-date-field [formField]="f.atto.data" label="Data dell’atto" mandatory />
  `,
})
export class PostiFields {
  readonly ambito = input.required<string>();
  readonly posti = input.required<FieldTree<PostiModel>>();
  readonly #tavoli = tavoliResource(this.ambito);
  protected readonly tavoli = computed(() => aperti(this.#tavoli).map(t => ({ value: t.id, label: `${t.codice} · ${t.nome}` })));
  protected readonly vesti = VESTI;
}
