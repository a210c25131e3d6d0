import { afterNextRender, Component, computed, ElementRef, inject, Injector, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { Annunci } from '../../ui/annunci';
import { IdGenerator } from '../../ui/id-generator';
import { NumberField } from '../../ui/fields/number-field';
import { TextField } from '../../ui/fields/text-field';
import { minutiInParole } from '../incontri.labels';
import { PUNTO_VUOTO, type PuntoModel } from './incontro.model';

const MASSIMO = 40;

/** The ordine del giorno: rows added, taken away and moved by buttons; each move is told, and the focus stays with what was moved. */
@Component({
  selector: 'app-punti-form',
  imports: [FormField, NumberField, TextField],
  template: `
    <section [attr.aria-labelledby]="id">
      <h2 class="h4 mt-5" [id]="id">Ordine del giorno</h2>
      <p>
        {{
          fissi() === 0
            ? 'Per convocare serve almeno un punto; puoi scriverlo anche più tardi.'
            : 'I punti già convocati restano al loro posto: puoi correggerne le parole, e aggiungerne altri in fondo.'
        }}
      </p>
      <ol class="list-plain">
        @for (punto of punti(); track punto) {
          <li>
            <fieldset class="fieldset-card">
              <legend class="h5">Punto {{ $index + 1 }}</legend>
              <app-text-field [formField]="punto.titolo" label="Di che cosa si parla" />
              <div class="fields-grid">
                <app-number-field [formField]="punto.minuti" label="Minuti (facoltativi)" />
                <app-text-field [formField]="punto.relatore" label="Chi ne parla (facoltativo)" />
              </div>
              <p class="actions">
                @if ($index > fissi()) {
                  <button type="button" class="btn btn-outline-primary btn-sm" [id]="id + '-su-' + $index" (click)="move($index, -1)">
                    Sposta su<span class="visually-hidden"> il punto {{ $index + 1 }}</span>
                  </button>
                }
                @if (!$last && $index >= fissi()) {
                  <button type="button" class="btn btn-outline-primary btn-sm" [id]="id + '-giu-' + $index" (click)="move($index, 1)">
                    Sposta giù<span class="visually-hidden"> il punto {{ $index + 1 }}</span>
                  </button>
                }
                @if ($index >= fissi()) {
                  <button type="button" class="btn btn-outline-danger btn-sm" (click)="remove($index)">
                    Togli<span class="visually-hidden"> il punto {{ $index + 1 }}</span>
                  </button>
                }
              </p>
            </fieldset>
          </li>
        }
      </ol>
      <p class="actions">
        <button type="button" class="btn btn-outline-primary" [id]="id + '-aggiungi'" [disabled]="rows().length >= massimo" (click)="add()">
          Aggiungi un punto
        </button>
        <span [class.field-error]="troppi()">{{ totale() }}</span>
      </p>
    </section>
  `,
})
export class PuntiForm {
  readonly punti = input.required<FieldTree<PuntoModel[]>>();
  /** How long the incontro lasts, in minutes; null while it is not known. */
  readonly durata = input.required<number | null>();
  /** How many of the first were called already: they stay where they are. */
  readonly fissi = input(0);
  protected readonly id = inject(IdGenerator).next('punti');
  protected readonly massimo = MASSIMO;
  protected readonly rows = computed(() => this.punti()().value());
  readonly #minuti = computed(() => this.rows().reduce((sum, punto) => sum + (punto.minuti ?? 0), 0));
  protected readonly troppi = computed(() => this.#minuti() > (this.durata() ?? Infinity));
  protected readonly totale = computed(() => {
    const [minuti, durata] = [this.#minuti(), this.durata()];
    if (minuti === 0) return '';
    if (durata === null) return `I punti prendono ${minutiInParole(minuti)}.`;
    const di = `I punti prendono ${minutiInParole(minuti)} su ${minutiInParole(durata)}`;
    return minuti > durata ? `${di}: ${minutiInParole(minuti - durata)} di troppo.` : `${di}.`;
  });
  readonly #annunci = inject(Annunci);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly #injector = inject(Injector);

  protected add(): void {
    this.#set([...this.rows(), { ...PUNTO_VUOTO }]);
    const last = this.rows().length - 1;
    this.#then(() => this.punti()[last]?.titolo().focusBoundControl());
  }

  protected remove(index: number): void {
    this.#set(this.rows().filter((_, i) => i !== index));
    this.#annunci.announce(`Punto ${index + 1} tolto: ne restano ${this.rows().length}.`);
    const next = this.punti()[Math.min(index, this.rows().length - 1)];
    this.#then(() => (next ? next.titolo().focusBoundControl() : this.#focus('aggiungi')));
  }

  protected move(from: number, by: 1 | -1): void {
    const rows = [...this.rows()];
    const to = from + by;
    rows.splice(to, 0, ...rows.splice(from, 1));
    this.#set(rows);
    this.#annunci.announce(`Il punto ${from + 1} ora è il punto ${to + 1} di ${rows.length}.`);
    this.#then(() => this.#focus(by < 0 ? `su-${to}` : `giu-${to}`, by < 0 ? `giu-${to}` : `su-${to}`));
  }

  #set(rows: PuntoModel[]): void {
    this.punti()().value.set(rows);
    this.punti()().markAsDirty();
  }

  #then(work: () => void): void {
    afterNextRender(work, { injector: this.#injector });
  }

  /** The first of these buttons that is there. */
  #focus(...names: string[]): void {
    for (const name of names) {
      const button = this.#host.nativeElement.querySelector<HTMLElement>(`#${this.id}-${name}`);
      if (button) return button.focus();
    }
  }
}
