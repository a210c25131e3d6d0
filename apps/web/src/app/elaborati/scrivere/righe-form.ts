import { afterNextRender, Component, computed, ElementRef, inject, Injector, input, output } from '@angular/core';
import type { ValidationError } from '@angular/forms/signals';
import { Annunci } from '../../ui/annunci';
import { EuroField } from '../../ui/fields/euro-field';
import { IdGenerator } from '../../ui/id-generator';
import type { Option } from '../../ui/fields/option';
import { NumberField } from '../../ui/fields/number-field';
import { type Row, rowsOf } from '../../ui/rows';
import { SelectField } from '../../ui/fields/select-field';
import { TextArea } from '../../ui/fields/text-area';
import { TextField } from '../../ui/fields/text-field';
import type { Colonna, Elenco, FormaRighe, Riga } from './righe-form.tipi';

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
  /** What one chooses from, for a column that has a list. */
  readonly opzioni = input<(elenco: Elenco) => readonly Option[]>(() => []);
  readonly bloccata = input(false);
  /** What keeps a row from being saved: a sentence for each column. */
  readonly problemi = input<(riga: Riga) => Readonly<Record<string, string>>>(() => ({}));
  /** What was refused of a row when it was sent: told at once, by column. */
  readonly rifiuti = input<(riga: Riga) => Readonly<Record<string, string>>>(() => ({}));
  readonly cambiate = output<readonly Riga[]>();
  protected readonly id = inject(IdGenerator).next('righe');
  protected readonly righeScritte = rowsOf(
    () => this.righe(),
    righe => this.cambiate.emit(righe),
  );
  readonly #problemi = computed(() => new Map(this.righeScritte.all().map(({ key, value }) => [key, this.problemi()(value)])));
  readonly #annunci = inject(Annunci);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly #injector = inject(Injector);

  protected testo(riga: Riga, { campo }: Colonna): string {
    return String(riga[campo] ?? '');
  }

  protected scelte({ elenco, opzioni = [] }: Colonna): readonly Option[] {
    return elenco === undefined ? opzioni : this.opzioni()(elenco);
  }

  /** The columns that are asked for in a row as it stands. */
  protected colonne(riga: Riga): readonly Colonna[] {
    return this.forma().colonne.filter(({ campo, se }) => se === undefined || riga[se[0]] === se[1] || (riga[campo] ?? null) !== null);
  }

  protected numero(riga: Riga, { campo }: Colonna): number | null {
    const valore = riga[campo];
    return typeof valore === 'number' ? valore : null;
  }

  protected errori({ key, value }: Row<Riga>, { campo }: Colonna): ValidationError[] {
    const message = this.#problemi().get(key)?.[campo] ?? this.rifiuti()(value)[campo];
    return message === undefined ? [] : [{ kind: 'riga', message }];
  }

  /** Whether what is wrong with a field is told: once the row was left, or when it was sent and refused. */
  protected detto(riga: Row<Riga>, { campo }: Colonna): boolean {
    return this.righeScritte.seen(riga) || campo in this.rifiuti()(riga.value);
  }

  /** A field that may stay empty is null then. */
  protected scrivi(riga: Row<Riga>, { campo, facoltativa }: Colonna, valore: string | number | null): void {
    this.righeScritte.change(riga, { [campo]: valore === '' && facoltativa ? null : valore });
  }

  protected aggiungi(): void {
    this.righeScritte.add(this.forma().vuota);
    this.#then(() => this.#host.nativeElement.querySelector<HTMLElement>('li:last-child :is(input, select, textarea)')?.focus());
  }

  protected togli(riga: Row<Riga>, indice: number): void {
    this.righeScritte.remove(riga);
    this.#annunci.announce(`${this.forma().nome} ${indice + 1}: tolta.`);
    this.#then(() => this.#host.nativeElement.querySelector<HTMLElement>(`#${this.id}-aggiungi`)?.focus());
  }

  protected sposta(indice: number, verso: -1 | 1): void {
    this.righeScritte.move(indice, verso);
    this.#annunci.announce(`Ora è la numero ${indice + verso + 1} di ${this.righeScritte.all().length}.`);
    const [qui, altra] = verso < 0 ? ['su', 'giu'] : ['giu', 'su'];
    this.#then(() =>
      (
        this.#host.nativeElement.querySelector<HTMLElement>(`#${this.id}-${qui}-${indice + verso}`) ??
        this.#host.nativeElement.querySelector<HTMLElement>(`#${this.id}-${altra}-${indice + verso}`)
      )?.focus(),
    );
  }

  #then(work: () => void): void {
    afterNextRender(work, { injector: this.#injector });
  }
}
