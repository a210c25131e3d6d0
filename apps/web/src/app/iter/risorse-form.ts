import { afterNextRender, Component, ElementRef, inject, Injector, input, linkedSignal, model } from '@angular/core';
import type { RisorsaInput } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { EuroField } from '../ui/euro-field';
import { optionsOf } from '../ui/option';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { RISORSE } from './iter.labels';

const VUOTA: RisorsaInput = { tipo: 'volontariato', descrizione: '', centesimi: null };
const MASSIMO = 30;

/** What an ente brings: rows that are added and taken away. */
@Component({
  selector: 'app-risorse-form',
  imports: [EuroField, SelectField, TextField],
  host: { class: 'd-block' },
  template: `
    @for (risorsa of righe(); track $index) {
      <fieldset class="fieldset-card">
        <legend class="h6">Risorsa {{ $index + 1 }}</legend>
        <app-select-field label="Di che si tratta" [options]="tipi" [empty]="null" [value]="risorsa.tipo" (valueChange)="cambia($index, { tipo: $event || 'altro' })" />
        <app-text-field label="Descrizione" hint="Per esempio: due operatori per dieci ore a settimana." mandatory [errors]="risorsa.descrizione.trim() === '' ? manca : []" [touched]="tentata()" [value]="risorsa.descrizione" (valueChange)="cambia($index, { descrizione: $event })" />
        <app-euro-field label="Valore in euro" hint="Se non ha un valore in denaro, lascia vuoto." [value]="risorsa.centesimi" (valueChange)="cambia($index, { centesimi: $event })" />
        <button type="button" class="btn btn-outline-danger btn-sm" (click)="togli($index)">Togli<span class="visually-hidden"> la risorsa {{ $index + 1 }}</span></button>
      </fieldset>
    }
    @if (righe().length < massimo) {
      <p><button type="button" class="btn btn-outline-primary btn-sm" (click)="aggiungi()">Aggiungi una risorsa</button></p>
    }
  `,
})
export class RisorseForm {
  readonly value = model.required<RisorsaInput[]>();
  /** A submit was tried: what is empty is told beside it. */
  readonly tentata = input(false);
  protected readonly manca = [{ kind: 'required', message: 'Scrivi che cosa metti a disposizione.' }];
  protected readonly righe = linkedSignal(() => this.value());
  protected readonly tipi = optionsOf(RISORSE);
  protected readonly massimo = MASSIMO;
  readonly #annunci = inject(Annunci);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly #injector = inject(Injector);

  protected cambia(index: number, parte: Partial<RisorsaInput>): void {
    this.value.set(this.righe().map((r, i) => (i === index ? { ...r, ...parte } : r)));
  }

  protected aggiungi(): void {
    this.value.set([...this.righe(), VUOTA]);
    afterNextRender(() => [...this.#host.nativeElement.querySelectorAll('select')].at(-1)?.focus(), { injector: this.#injector });
  }

  protected togli(index: number): void {
    this.value.set(this.righe().filter((_, i) => i !== index));
    this.#annunci.announce(`Risorsa ${index + 1} tolta.`);
  }
}
