import { isPlatformBrowser, NgTemplateOutlet } from '@angular/common';
import {
  Component,
  computed,
  contentChild,
  contentChildren,
  Directive,
  DOCUMENT,
  inject,
  input,
  linkedSignal,
  PLATFORM_ID,
  signal,
  TemplateRef,
} from '@angular/core';
import { Router } from '@angular/router';
import { FoglioPipe } from '../../ui/words/foglio';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { SelectField } from '../../ui/fields/select-field';
import { TextField } from '../../ui/fields/text-field';
import type { Option } from '../../ui/fields/option';
import { problemOf, problemText } from '../../ui/problem';
import { Cella, type Ordinamento } from '../../ui/tabella/colonna';
import { Tabella } from '../../ui/tabella/tabella';
import { Pager } from '../pager';
import { ResourceState } from '../resource-state';
import { AttoInsiemeBottone } from './atto-insieme';
import { SCEGLIBILI, type Elenco, type Filtro } from './elenco';
import { VisteSalvate } from './viste-salvate';

/** What is shown beside the table, of the row that is open: `<ng-template appAccanto let-id>…</ng-template>`. */
@Directive({ selector: 'ng-template[appAccanto]' })
export class Accanto {
  readonly template = inject<TemplateRef<{ $implicit: string }>>(TemplateRef);
}

/**
 * A list of staff as a table: search, filters with how many rows each would leave, order, choice of several rows, one act on all of them,
 * what is shown as a file, a row open beside it, views with a name. All of it stands in the address. What is projected stands where there
 * is nothing to show.
 */
@Component({
  selector: 'app-elenco-tabella',
  imports: [FoglioPipe, AttoInsiemeBottone, Busy, NgTemplateOutlet, Pager, ResourceState, SelectField, Tabella, TextField, VisteSalvate],
  templateUrl: './elenco-tabella.html',
})
export class ElencoTabella<R extends { readonly id: string }> {
  readonly di = input.required<Elenco<R>>();
  /** Whether it may be narrowed: who sees a few things needs no filters. */
  readonly filtrabile = input(true);
  protected readonly celle = contentChildren<Cella<R>>(Cella);
  protected readonly accanto = contentChild(Accanto);

  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);
  /** Beside the table on a desk; on a phone they would push it off the screen. */
  protected readonly filtriAperti =
    isPlatformBrowser(inject(PLATFORM_ID)) && inject(DOCUMENT).defaultView?.matchMedia?.('(min-width: 768px)').matches !== false;
  protected readonly parole = linkedSignal(() => this.di().valori['q']?.() ?? '');
  protected readonly raccoglie = signal(false);

  /** Asked for in another order, the rows of before stay until the others are there: so does the focus of who has pressed a heading. */
  protected readonly righe = linkedSignal<{ readonly ready: boolean; readonly rows: readonly R[] }, readonly R[]>({
    source: () => ({ ready: this.di().righe.ready(), rows: this.di().righe.items() }),
    computation: (now, before) => (now.ready ? now.rows : (before?.value ?? [])),
  });
  protected readonly totale = computed(() => this.di().numeri.value()?.totale);
  protected readonly filtri = computed(() =>
    this.di().filtri.map(filtro => ({ ...filtro, valore: this.di().valori[filtro.chiave]?.() ?? '', voci: this.#voci(filtro) })),
  );
  protected readonly ordini = computed(() =>
    this.di().colonne.flatMap(({ titolo, ordina }) =>
      ordina === undefined
        ? []
        : [
            { value: `${ordina} asc`, label: `${titolo}, in ordine` },
            { value: `${ordina} desc`, label: `${titolo}, al contrario` },
          ],
    ),
  );
  /** The order of when nobody has chosen, where it is that of no column. */
  protected readonly senzaOrdine = computed(() =>
    this.ordini().some(o => o.value === comeSta(this.di().predefinito)) ? null : 'Prima le ultime',
  );
  protected readonly ordine = computed(() => comeSta(this.di().ordine()));
  protected readonly csv = computed(() => this.di().csv?.(this.di().query()) ?? null);

  protected readonly atti = computed(() => this.di().atti?.() ?? []);
  protected readonly scelte = computed(() => (this.atti().length > 0 ? this.di().scelte() : null));
  protected readonly scelteRighe = computed(() => [...this.di().scelte().values()]);
  protected readonly tutteMostrate = computed(() => {
    const righe = this.righe();
    return righe.length > 0 && righe.every(r => this.di().scelte().has(r.id));
  });
  /** How many more there are than those that are shown, of which all are chosen. */
  protected readonly altre = computed(() => {
    const totale = Math.min(this.totale() ?? 0, SCEGLIBILI);
    return this.tutteMostrate() && this.di().tutte !== undefined && totale > this.di().scelte().size ? totale : 0;
  });

  protected vai(cambi: Readonly<Record<string, string>>): void {
    const queryParams = Object.fromEntries(Object.entries(cambi).map(([chiave, valore]) => [chiave, valore === '' ? null : valore]));
    void this.#router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected filtra(chiave: string, valore: string): void {
    this.vai({ [chiave]: valore });
  }

  protected cerca(event: Event): void {
    event.preventDefault();
    this.vai({ q: this.parole().trim() });
  }

  protected ordina({ ordina, verso }: Ordinamento): void {
    this.vai({ ordina, verso });
  }

  protected ordinaPer(scelta: string): void {
    const [ordina = '', verso = ''] = scelta.split(' ');
    this.vai({ ordina, verso });
  }

  protected togliFiltri(): void {
    this.vai(Object.fromEntries([...this.di().filtri.map(f => f.chiave), 'q'].map(chiave => [chiave, ''])));
  }

  protected scegli({ riga, scelta }: { readonly riga: R; readonly scelta: boolean }): void {
    this.di().scelte.update(prima => {
      const dopo = new Map(prima);
      if (scelta) dopo.set(riga.id, riga);
      else dopo.delete(riga.id);
      return dopo;
    });
  }

  protected scegliMostrate(scelta: boolean): void {
    this.di().scelte.set(new Map(scelta ? this.righe().map(r => [r.id, r]) : []));
  }

  /** Those on pages that nobody has opened too. */
  protected async scegliTutte(): Promise<void> {
    const { tutte, query, scelte } = this.di();
    if (tutte === undefined || this.raccoglie()) return;
    this.raccoglie.set(true);
    try {
      const righe = await tutte(query(), SCEGLIBILI);
      scelte.set(new Map(righe.map(r => [r.id, r])));
      this.#annunci.announce(`${this.di().quanti(righe.length)}: scelti tutti.`);
    } catch (error) {
      this.#annunci.notify(problemText(problemOf(error)), 'danger');
    } finally {
      this.raccoglie.set(false);
    }
  }

  protected fatte(righe: readonly R[]): void {
    const fatte = new Set(righe.map(r => r.id));
    this.di().scelte.update(prima => new Map([...prima].filter(([id]) => !fatte.has(id))));
  }

  /** The values that there are; what is chosen stays, also where it leaves nothing. */
  #voci({ chiave, nomi, inOrdine }: Filtro): Option[] {
    const contati = this.di().numeri.value()?.filtri[chiave] ?? [];
    const scelto = this.di().valori[chiave]?.() ?? '';
    const voci = contati.map(v => ({ value: v.valore, nome: nomi?.[v.valore] ?? v.nome ?? v.valore, n: v.n }));
    if (scelto !== '' && !voci.some(v => v.value === scelto)) voci.push({ value: scelto, nome: nomi?.[scelto] ?? scelto, n: 0 });
    const posto = (value: string): number => inOrdine?.indexOf(value) ?? 0;
    return voci
      .toSorted((a, b) => posto(a.value) - posto(b.value) || a.nome.localeCompare(b.nome, 'it'))
      .map(({ value, nome, n }) => ({ value, label: this.di().numeri.hasValue() ? `${nome} (${n})` : nome }));
  }
}

const comeSta = ({ ordina, verso }: Ordinamento): string => `${ordina} ${verso}`;
