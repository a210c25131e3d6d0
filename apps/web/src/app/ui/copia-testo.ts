import { Component, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { Annunci } from './annunci';
import { IdGenerator } from './id-generator';

/** A text to be taken elsewhere, with the button that copies it: `<app-copia-testo label="Indirizzo del calendario" [testo]="url" />`. */
@Component({
  selector: 'app-copia-testo',
  host: { class: 'd-block' },
  template: `
    <div class="field mb-3">
      <label class="field-label" [for]="id">{{ label() }}</label>
      <div class="field-with-button">
        <input #campo class="form-control" type="text" readonly spellcheck="false" [id]="id" [value]="testo()" (focus)="campo.select()" />
        <button type="button" class="btn btn-outline-primary btn-sm" (click)="copia()">
          {{ copiato() ? 'Copiato' : 'Copia' }}<span class="visually-hidden">: {{ label() }}</span>
        </button>
      </div>
    </div>
  `,
})
export class CopiaTesto {
  readonly label = input.required<string>();
  readonly testo = input.required<string>();
  protected readonly id = inject(IdGenerator).next('copia');
  protected readonly copiato = signal(false);
  private readonly campoRef = viewChild.required<ElementRef<HTMLInputElement>>('campo');
  readonly #annunci = inject(Annunci);

  protected async copia(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.testo());
      this.copiato.set(true);
      this.#annunci.announce('Copiato.');
    } catch {
      // Where the browser does not allow it, the text is chosen and copied by hand.
      this.campoRef().nativeElement.focus();
      this.#annunci.notify('Il testo è selezionato: copialo con Ctrl+C, o tenendolo premuto.', 'info');
    }
  }
}
