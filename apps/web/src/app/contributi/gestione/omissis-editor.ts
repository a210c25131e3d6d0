import { Component, computed, ElementRef, inject, input, model } from '@angular/core';
import { conOmissis, type Omissis, type TestiContributo } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { IdGenerator } from '../../ui/id-generator';

interface Campo {
  readonly campo: Omissis['campo'];
  readonly indice: number;
  readonly etichetta: string;
  readonly testo: string;
}

/** Chooses the pieces of a contributo that the public will not read: they are selected in the original, with the mouse or with Shift and the arrows. */
@Component({
  selector: 'app-omissis-editor',
  host: { class: 'd-block' },
  templateUrl: './omissis-editor.html',
})
export class OmissisEditor {
  readonly testi = input.required<TestiContributo>();
  readonly value = model.required<readonly Omissis[]>();
  protected readonly id = inject(IdGenerator).next('omissis');
  protected readonly campi = computed<Campo[]>(() => [
    { campo: 'titolo', indice: 0, etichetta: 'Titolo', testo: this.testi().titolo },
    { campo: 'testo', indice: 0, etichetta: 'Testo', testo: this.testi().testo },
    ...this.testi().risposte.map((r, indice) => ({ campo: 'risposta' as const, indice, etichetta: r.domanda, testo: r.testo })),
  ]);
  readonly #annunci = inject(Annunci);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected di({ campo, indice }: Campo): readonly Omissis[] {
    return this.value().filter(o => o.campo === campo && o.indice === indice);
  }

  protected pubblico(campo: Campo): string {
    return conOmissis(campo.testo, this.di(campo));
  }

  protected ometti({ campo, indice, testo }: Campo, area: HTMLTextAreaElement): void {
    const [dal, al] = [area.selectionStart, area.selectionEnd];
    if (dal === al) {
      this.#annunci.notify('Prima seleziona nel testo la parte da omettere.', 'warning');
      return area.focus();
    }
    this.value.update(all => [...all, { campo, indice, dal, al }]);
    this.#annunci.announce(`Omesso: ${testo.slice(dal, al)}`);
  }

  protected togli(omissis: Omissis): void {
    this.value.update(all => all.filter(o => o !== omissis));
    this.#host.nativeElement.querySelector('textarea')?.focus();
  }
}
