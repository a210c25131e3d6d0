import { afterNextRender, Component, computed, ElementRef, inject, Injector, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { RisorsaInput } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { EuroField } from '../../ui/fields/euro-field';
import { optionsOf } from '../../ui/fields/option';
import { SelectField } from '../../ui/fields/select-field';
import { TextField } from '../../ui/fields/text-field';
import { RISORSE } from '../iter.labels';

const VUOTA: RisorsaInput = { tipo: 'volontariato', descrizione: '', centesimi: null };
const MASSIMO = 30;

/** What an ente brings: rows that are added and taken away. */
@Component({
  selector: 'app-risorse-form',
  imports: [EuroField, FormField, SelectField, TextField],
  host: { class: 'd-block' },
  template: `
    @for (risorsa of campi(); track risorsa) {
      <fieldset class="fieldset-card">
        <legend class="h6">Risorsa {{ $index + 1 }}</legend>
        <app-select-field label="Di che si tratta" [options]="tipi" [empty]="null" [formField]="risorsa.tipo" />
        <app-text-field
          label="Descrizione"
          hint="Per esempio: due operatori per dieci ore a settimana."
          [formField]="risorsa.descrizione"
          mandatory
        />
        <app-euro-field label="Valore in euro" hint="Se non ha un valore in denaro, lascia vuoto." [formField]="risorsa.centesimi" />
        <button type="button" class="btn btn-outline-danger btn-sm" (click)="togli($index)">
          Togli<span class="visually-hidden"> la risorsa {{ $index + 1 }}</span>
        </button>
      </fieldset>
    }
    @if (righe().length < massimo) {
      <p><button type="button" class="btn btn-outline-primary btn-sm" (click)="aggiungi()">Aggiungi una risorsa</button></p>
    }
  `,
})
export class RisorseForm {
  readonly campi = input.required<FieldTree<RisorsaInput[]>>();
  protected readonly righe = computed(() => this.campi()().value());
  protected readonly tipi = optionsOf(RISORSE);
  protected readonly massimo = MASSIMO;
  readonly #annunci = inject(Annunci);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly #injector = inject(Injector);

  protected aggiungi(): void {
    this.#set([...this.righe(), { ...VUOTA }]);
    afterNextRender(() => [...this.#host.nativeElement.querySelectorAll('select')].at(-1)?.focus(), { injector: this.#injector });
  }

  protected togli(index: number): void {
    this.#set(this.righe().filter((_, i) => i !== index));
    this.#annunci.announce(`Risorsa ${index + 1} tolta.`);
  }

  #set(righe: RisorsaInput[]): void {
    this.campi()().value.set(righe);
    this.campi()().markAsDirty();
  }
}
