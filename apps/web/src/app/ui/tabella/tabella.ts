import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input, output, type TemplateRef } from '@angular/core';
import type { Cella, Colonna, Ordinamento } from './colonna';

/**
 * A table of rows that may be ordered and chosen. On a phone each row is a card, by CSS alone: the roles stand there so that the table
 * stays one for who does not see it. It knows no address: what was asked goes out, and comes back as rows.
 */
@Component({
  selector: 'app-tabella',
  imports: [NgTemplateOutlet],
  templateUrl: './tabella.html',
})
export class Tabella<R extends { readonly id: string }> {
  readonly titolo = input.required<string>();
  readonly colonne = input.required<readonly Colonna<R>[]>();
  readonly righe = input.required<readonly R[]>();
  readonly celle = input<readonly Cella<R>[]>([]);
  readonly ordine = input<Ordinamento | null>(null);
  /** The ids of the rows that are chosen; null where none can be. */
  readonly scelte = input<ReadonlyMap<string, R> | null>(null);
  /** How a row is called, where it is chosen or opened. */
  readonly nome = input.required<(riga: R) => string>();
  /** Rows open beside the table. */
  readonly apribile = input(false);
  readonly aperta = input('');
  readonly ordina = output<Ordinamento>();
  readonly scegli = output<{ readonly riga: R; readonly scelta: boolean }>();
  readonly apri = output<string>();

  readonly #templates = computed(() => new Map(this.celle().map(c => [c.colonna(), c.template])));
  protected readonly mostrate = computed(() => this.colonne().filter(c => !c.secondaria || this.aperta() === ''));
  protected readonly template = (colonna: string): TemplateRef<{ $implicit: R }> | null => this.#templates().get(colonna) ?? null;
  protected readonly scelta = (riga: R): boolean => this.scelte()?.has(riga.id) ?? false;

  protected verso({ ordina }: Colonna<R>): 'ascending' | 'descending' | 'none' | null {
    const now = this.ordine();
    if (ordina === undefined) return null;
    if (now?.ordina !== ordina) return 'none';
    return now.verso === 'asc' ? 'ascending' : 'descending';
  }

  /** Once from the first to the last, then the other way. */
  protected premi(ordina: string): void {
    const now = this.ordine();
    this.ordina.emit({ ordina, verso: now?.ordina === ordina && now.verso === 'asc' ? 'desc' : 'asc' });
  }
}
