import { Component, computed, effect, input, model, resource, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AltroveView, SceltaAltrove, TipoOscurabile } from '@tavoli/shared';
import { problemOf, problemText } from '../ui/problem';
import { oscuramentiCommands } from './oscuramenti.api';
import { TIPI_IN_PAROLE } from './oscuramenti.labels';

/**
 * Where else the same words are public. With `sceglie` each is included or left as it is, and all of them are told in `value`; without, each is a link to
 * the page where it is blacked out. Until they were found `value` is null.
 */
@Component({
  selector: 'app-altrove',
  imports: [RouterLink],
  host: { class: 'd-block' },
  templateUrl: './altrove.html',
})
export class Altrove {
  readonly ambito = input.required<string>();
  readonly di = input.required<{ readonly tipo: TipoOscurabile; readonly id: string }>();
  readonly parole = input.required<readonly string[]>();
  readonly sceglie = input(true);
  readonly value = model<readonly SceltaAltrove[] | null>(null);
  protected readonly tipi = TIPI_IN_PAROLE;
  readonly #commands = oscuramentiCommands();
  /** What was ticked, by kind and id: it stays ticked when the words change. */
  readonly #inclusi = signal<ReadonlySet<string>>(new Set());
  readonly #trovati = resource({
    // What is given may hold more than names it; the API takes nothing else.
    params: () => ({ ambito: this.ambito(), di: { tipo: this.di().tipo, id: this.di().id }, parole: this.parole() }),
    loader: ({ params: { ambito, di, parole } }) =>
      parole.length === 0 ? Promise.resolve({ items: [], altri: false }) : this.#commands.altrove(ambito, { parole: [...parole], di }),
  });
  protected readonly cerca = computed(() => this.#trovati.isLoading());
  protected readonly errore = computed(() => {
    const error = this.#trovati.error();
    return error ? problemText(problemOf(error)) : null;
  });
  protected readonly altri = computed(() => this.#trovati.hasValue() && this.#trovati.value().altri);
  protected readonly items = computed(() => (this.#trovati.hasValue() ? this.#trovati.value().items : []));
  protected readonly scegliere = computed(() => (this.sceglie() ? this.items().filter(a => a.come === 'scegli') : []));
  protected readonly insieme = computed(() => (this.sceglie() ? this.items().filter(a => a.come === 'insieme') : []));
  protected readonly aMano = computed(() => this.items().filter(a => a.tipo !== 'dossier' && (!this.sceglie() || a.come === 'a_mano')));

  constructor() {
    effect(() => {
      const trovati = this.#trovati.hasValue() && !this.cerca() ? this.items() : null;
      const inclusi = this.#inclusi();
      untracked(() =>
        this.value.set(
          trovati
            ?.filter(a => a.come !== 'insieme')
            .map(a => ({ tipo: a.tipo, id: a.id, includi: a.come === 'scegli' && inclusi.has(chiave(a)) })) ?? null,
        ),
      );
    });
  }

  /** Looks again: something was published meanwhile. */
  ricarica(): void {
    this.#trovati.reload();
  }

  protected incluso(a: AltroveView): boolean {
    return this.#inclusi().has(chiave(a));
  }

  protected cambia(a: AltroveView): void {
    this.#inclusi.update(prima => {
      const dopo = new Set(prima);
      if (!dopo.delete(chiave(a))) dopo.add(chiave(a));
      return dopo;
    });
  }

  protected tutti(): void {
    this.#inclusi.set(new Set(this.scegliere().map(chiave)));
  }

  protected volte({ quante }: AltroveView): string {
    return quante === null ? '' : quante === 1 ? ', una volta' : `, ${quante} volte`;
  }
}

const chiave = ({ tipo, id }: Pick<AltroveView, 'tipo' | 'id'>): string => `${tipo} ${id}`;
