import { afterNextRender, Component, computed, type ElementRef, inject, Injector, input, viewChild } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { OspiteInput } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { TextField } from '../../ui/fields/text-field';

const MASSIMO = 50;

/** People without a seat, called by mail like the others. */
@Component({
  selector: 'app-ospiti-form',
  imports: [FormField, TextField],
  template: `
    <p>Chi non siede al tavolo ma vuoi che ci sia: riceve la stessa convocazione.</p>
    @for (ospite of ospiti(); track ospite) {
      <fieldset class="fieldset-card">
        <legend class="h5">Ospite {{ $index + 1 }}</legend>
        <div class="fields-grid">
          <app-text-field [formField]="ospite.nome" label="Nome e cognome" />
          <app-text-field [formField]="ospite.email" label="E-mail" type="email" />
        </div>
        <p>
          <button type="button" class="btn btn-outline-danger btn-sm" (click)="remove($index)">
            Togli<span class="visually-hidden"> l’ospite {{ $index + 1 }}</span>
          </button>
        </p>
      </fieldset>
    }
    <p>
      <button type="button" class="btn btn-outline-primary" #aggiungi [disabled]="rows().length >= massimo" (click)="add()">
        Aggiungi un ospite
      </button>
    </p>
  `,
})
export class OspitiForm {
  readonly ospiti = input.required<FieldTree<OspiteInput[]>>();
  protected readonly massimo = MASSIMO;
  protected readonly rows = computed(() => this.ospiti()().value());
  private readonly addRef = viewChild.required<ElementRef<HTMLElement>>('aggiungi');
  readonly #annunci = inject(Annunci);
  readonly #injector = inject(Injector);

  protected add(): void {
    this.#set([...this.rows(), { nome: '', email: '' }]);
    this.#focusRow(this.rows().length - 1);
  }

  protected remove(index: number): void {
    this.#set(this.rows().filter((_, i) => i !== index));
    this.#annunci.announce(`Ospite ${index + 1} tolto: ne restano ${this.rows().length}.`);
    this.#focusRow(Math.min(index, this.rows().length - 1));
  }

  #set(rows: OspiteInput[]): void {
    this.ospiti()().value.set(rows);
    this.ospiti()().markAsDirty();
  }

  #focusRow(index: number): void {
    const focus = () => (index < 0 ? this.addRef().nativeElement.focus() : this.ospiti()[index]?.nome().focusBoundControl());
    afterNextRender(focus, { injector: this.#injector });
  }
}
