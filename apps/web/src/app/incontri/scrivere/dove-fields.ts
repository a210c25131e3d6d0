import { Component, effect, input, linkedSignal, untracked } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { DateTimeField } from '../../ui/fields/date-time-field';
import { SelectField } from '../../ui/fields/select-field';
import { TextField } from '../../ui/fields/text-field';
import { type DoveModel, fineDopo } from '../dove.model';

/** When and where: the end keeps its distance from the start until it is written by hand. */
@Component({
  selector: 'app-dove-fields',
  imports: [DateTimeField, FormField, SelectField, TextField],
  template: `
    @let f = dove();
    <p>{{ proposta() }} La fine segue l’inizio, finché non la cambi.</p>
    <div class="fields-grid">
      <app-date-time-field [formField]="f.inizioAt" label="Inizio" mandatory />
      <app-date-time-field [formField]="f.fineAt" label="Fine" mandatory />
    </div>
    <fieldset class="fieldset-card">
      <legend class="h5">Dove</legend>
      <p>Indica una sede, il collegamento video, o tutti e due.</p>
      <ng-content />
      <div class="fields-grid">
        <app-text-field [formField]="f.sede.nome" label="Sede" hint="Per esempio: Sala consiliare." />
        <app-text-field [formField]="f.sede.indirizzo" label="Indirizzo" hint="Via, numero e comune." />
      </div>
      <app-select-field
        [formField]="f.sede.accessibile"
        label="Ci si arriva in carrozzina?"
        hint="Chi è invitato lo legge: finché non lo dici, c’è scritto che non si sa ancora."
        empty="Non lo so ancora"
        [options]="accessibilita"
      />
      <app-text-field
        [formField]="f.linkVideo"
        label="Collegamento video"
        hint="Comincia con https://. Lo vede solo chi è invitato."
        type="url"
      />
    </fieldset>
  `,
})
export class DoveFields {
  readonly dove = input.required<Pick<FieldTree<DoveModel>, keyof DoveModel>>();
  /** A sentence about the start that is already written. */
  readonly proposta = input('');
  protected readonly accessibilita = [
    { value: 'si', label: 'Sì, la sede è accessibile' },
    { value: 'no', label: 'No, ci sono barriere' },
  ] as const;
  readonly #before = linkedSignal(() => untracked(() => this.#now()));

  constructor() {
    effect(() => {
      const { inizioAt } = this.dove();
      const start = inizioAt().value();
      untracked(() => this.#follow(start));
    });
  }

  #follow(inizioAt: string): void {
    const fine = this.dove().fineAt();
    const before = this.#before();
    if (inizioAt !== before.inizioAt && !fine.dirty()) fine.value.set(fineDopo(before, inizioAt));
    this.#before.set(this.#now());
  }

  #now(): Pick<DoveModel, 'inizioAt' | 'fineAt'> {
    return { inizioAt: this.dove().inizioAt().value(), fineAt: this.dove().fineAt().value() };
  }
}
