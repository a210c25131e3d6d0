import { Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { AttoAtteso } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { optionsOf } from '../../ui/fields/option';
import { SelectField } from '../../ui/fields/select-field';
import { TextField } from '../../ui/fields/text-field';
import { DIREZIONI, TIPI_ATTO_LABEL } from '../iter.labels';

const VUOTO: AttoAtteso = { direzione: 'uscita', tipo: 'altro', titolo: '' };
const MASSIMO = 20;

/** The acts that a phase is expected to need and to make. */
@Component({
  selector: 'app-attesi-form',
  imports: [FormField, SelectField, TextField],
  host: { class: 'd-block' },
  template: `
    @for (atteso of campi(); track atteso) {
      <fieldset class="fieldset-card">
        <legend class="h6">Atto previsto {{ $index + 1 }}</legend>
        <app-text-field label="Come si chiama" [formField]="atteso.titolo" mandatory />
        <app-select-field label="Tipo di atto" [options]="tipi" [empty]="null" [formField]="atteso.tipo" />
        <app-select-field label="Che cosa fa" [options]="direzioni" [empty]="null" [formField]="atteso.direzione" />
        <button type="button" class="btn btn-outline-danger btn-sm" (click)="togli($index)">
          Togli<span class="visually-hidden"> l’atto previsto {{ $index + 1 }}</span>
        </button>
      </fieldset>
    }
    @if (righe().length < massimo) {
      <p><button type="button" class="btn btn-outline-primary btn-sm" (click)="aggiungi()">Aggiungi un atto previsto</button></p>
    }
  `,
})
export class AttesiForm {
  readonly campi = input.required<FieldTree<AttoAtteso[]>>();
  protected readonly righe = computed(() => this.campi()().value());
  protected readonly massimo = MASSIMO;
  protected readonly tipi = optionsOf(TIPI_ATTO_LABEL);
  protected readonly direzioni = optionsOf(DIREZIONI);
  readonly #annunci = inject(Annunci);

  protected aggiungi(): void {
    this.#set([...this.righe(), { ...VUOTO }]);
  }

  protected togli(index: number): void {
    this.#set(this.righe().filter((_, i) => i !== index));
    this.#annunci.announce(`Atto previsto ${index + 1} tolto.`);
  }

  #set(righe: AttoAtteso[]): void {
    this.campi()().value.set(righe);
    this.campi()().markAsDirty();
  }
}
