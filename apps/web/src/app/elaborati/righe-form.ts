import { afterNextRender, Component, ElementRef, inject, Injector, input, linkedSignal, output } from '@angular/core';
import { Annunci } from '../ui/annunci';
import { EuroField } from '../ui/euro-field';
import { IdGenerator } from '../ui/id-generator';
import { NumberField } from '../ui/number-field';
import { SelectField } from '../ui/select-field';
import { TextArea } from '../ui/text-area';
import { TextField } from '../ui/text-field';
import type { Colonna, FormaRighe, Riga } from './righe-form.tipi';

/** Rows of a structured part: written, added, taken away, moved by buttons; the focus stays with what was moved. */
@Component({
  selector: 'app-righe-form',
  imports: [EuroField, NumberField, SelectField, TextArea, TextField],
  host: { class: 'd-block' },
  templateUrl: './righe-form.html',
})
export class RigheForm {
  readonly forma = input.required<FormaRighe>();
  readonly righe = input.required<readonly Riga[]>();
  readonly bloccata = input(false);
  readonly cambiate = output<readonly Riga[]>();
  protected readonly id = inject(IdGenerator).next('righe');
  /** At once as it is typed: what comes from outside comes a little later. */
  protected readonly tutte = linkedSignal(() => this.righe());
  readonly #annunci = inject(Annunci);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly #injector = inject(Injector);

  protected testo(riga: Riga, { campo }: Colonna): string {
    return String(riga[campo] ?? '');
  }

  protected numero(riga: Riga, { campo }: Colonna): number | null {
    const valore = riga[campo];
    return typeof valore === 'number' ? valore : null;
  }

  /** A field that may stay empty is null then. */
  protected scrivi(indice: number, { campo, facoltativa }: Colonna, valore: string | number | null): void {
    const scritto = valore === '' && facoltativa ? null : valore;
    this.#set(this.tutte().map((riga, i) => (i === indice ? { ...riga, [campo]: scritto } : riga)));
  }

  protected aggiungi(): void {
    this.#set([...this.tutte(), this.forma().vuota]);
    this.#then(() => this.#host.nativeElement.querySelector<HTMLElement>('li:last-child :is(input, select, textarea)')?.focus());
  }

  protected togli(indice: number): void {
    this.#set(this.tutte().filter((_, i) => i !== indice));
    this.#annunci.announce(`${this.forma().nome} ${indice + 1}: tolta.`);
    this.#then(() => this.#host.nativeElement.querySelector<HTMLElement>(`#${this.id}-aggiungi`)?.focus());
  }

  protected sposta(indice: number, verso: -1 | 1): void {
    const righe = [...this.tutte()];
    const [presa] = righe.splice(indice, 1);
    if (!presa) return;
    righe.splice(indice + verso, 0, presa);
    this.#set(righe);
    this.#annunci.announce(`Ora è la numero ${indice + verso + 1} di ${righe.length}.`);
    const [qui, altra] = verso < 0 ? ['su', 'giu'] : ['giu', 'su'];
    this.#then(() => (this.#host.nativeElement.querySelector<HTMLElement>(`#${this.id}-${qui}-${indice + verso}`) ?? this.#host.nativeElement.querySelector<HTMLElement>(`#${this.id}-${altra}-${indice + verso}`))?.focus());
  }

  #set(righe: readonly Riga[]): void {
    this.tutte.set(righe);
    this.cambiate.emit(righe);
  }

  #then(work: () => void): void {
    afterNextRender(work, { injector: this.#injector });
  }
}
