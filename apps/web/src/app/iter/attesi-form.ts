import { Component, inject, input, linkedSignal, model } from '@angular/core';
import type { AttoAtteso } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { optionsOf } from '../ui/option';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { DIREZIONI, TIPI_ATTO_LABEL } from './iter.labels';

const VUOTO: AttoAtteso = { direzione: 'uscita', tipo: 'altro', titolo: '' };

/** The acts that a phase is expected to need and to make. */
@Component({
  selector: 'app-attesi-form',
  imports: [SelectField, TextField],
  host: { class: 'd-block' },
  template: `
    @for (atteso of righe(); track $index) {
      <fieldset class="fieldset-card">
        <legend class="h6">Atto previsto {{ $index + 1 }}</legend>
        <app-text-field label="Come si chiama" mandatory [errors]="atteso.titolo.trim() === '' ? manca : []" [touched]="tentata()" [value]="atteso.titolo" (valueChange)="cambia($index, { titolo: $event })" />
        <app-select-field label="Tipo di atto" [options]="tipi" [empty]="null" [value]="atteso.tipo" (valueChange)="cambia($index, { tipo: $event || 'altro' })" />
        <app-select-field label="Che cosa fa" [options]="direzioni" [empty]="null" [value]="atteso.direzione" (valueChange)="cambia($index, { direzione: $event || 'uscita' })" />
        <button type="button" class="btn btn-outline-danger btn-sm" (click)="togli($index)">Togli<span class="visually-hidden"> l’atto previsto {{ $index + 1 }}</span></button>
      </fieldset>
    }
    @if (righe().length < 20) {
      <p><button type="button" class="btn btn-outline-primary btn-sm" (click)="value.set([...righe(), vuoto])">Aggiungi un atto previsto</button></p>
    }
  `,
})
export class AttesiForm {
  readonly value = model.required<AttoAtteso[]>();
  /** A submit was tried: what is empty is told beside it. */
  readonly tentata = input(false);
  protected readonly manca = [{ kind: 'required', message: 'Scrivi come si chiama l’atto.' }];
  protected readonly righe = linkedSignal(() => this.value());
  protected readonly vuoto = VUOTO;
  protected readonly tipi = optionsOf(TIPI_ATTO_LABEL);
  protected readonly direzioni = optionsOf(DIREZIONI);
  readonly #annunci = inject(Annunci);

  protected cambia(index: number, parte: Partial<AttoAtteso>): void {
    this.value.set(this.righe().map((a, i) => (i === index ? { ...a, ...parte } : a)));
  }

  protected togli(index: number): void {
    this.value.set(this.righe().filter((_, i) => i !== index));
    this.#annunci.announce(`Atto previsto ${index + 1} tolto.`);
  }
}
