import { computed, linkedSignal, type Signal, type WritableSignal } from '@angular/core';
import { INSIEME_MASSIMO, type ConteggiView, type VersoOrdine } from '@tavoli/shared';
import type { ApiResource } from '../../api/api-resource';
import type { CursorList } from '../../api/cursor-list';
import type { Colonna, Ordinamento } from '../../ui/tabella/colonna';
import type { AttoInsieme } from './atto-insieme';

/** A filter of a table: every value that there is, with how many rows it would leave. */
export interface Filtro {
  /** Its name in the address and in the API. */
  readonly chiave: string;
  readonly titolo: string;
  /** The words of no choice: «Tutti gli stati». */
  readonly tutti: string;
  /** The words of a value; those that the API gives, where there are none. */
  readonly nomi?: Readonly<Record<string, string>>;
  /** Values in the order of these, and not of how many there are. */
  readonly inOrdine?: readonly string[];
}

type Valori = Readonly<Record<string, string>>;

export interface DefinizioneElenco<R> {
  /** The name of its saved views. */
  readonly nome: string;
  readonly titolo: string;
  readonly colonne: readonly Colonna<R>[];
  readonly filtri: readonly Filtro[];
  /** The label of the search, where there is one. */
  readonly cerca?: string;
  /** How rows stand when nobody has chosen: as the API says. */
  readonly predefinito: Ordinamento;
  /** How many there are: «51 enti». */
  readonly quanti: (n: number) => string;
  readonly nomeDi: (riga: R) => string;
  /** What the address says: filters by name, `q`, `ordina`, `verso`, `riga`. */
  readonly valori: Readonly<Record<string, Signal<string>>>;
  /** The reads, each given the query that the address comes to. */
  readonly lista: (query: () => string) => CursorList<R>;
  readonly conteggi: (query: () => string) => ApiResource<ConteggiView>;
  /** Every row that matches, up to `SCEGLIBILI`, where several can be acted upon. */
  readonly tutte?: (query: string, massimo: number) => Promise<readonly R[]>;
  readonly atti?: Signal<readonly AttoInsieme<R>[]>;
  readonly csv?: (query: string) => string;
  readonly apribile?: true;
}

/** As many rows as may be chosen together. */
export const SCEGLIBILI = 5 * INSIEME_MASSIMO;

/** A list of a page that is a table. Made in a page by `elenco({…})`, shown by `<app-elenco-tabella [di]="elenco" />`. */
export interface Elenco<R> extends DefinizioneElenco<R> {
  readonly righe: CursorList<R>;
  readonly numeri: ApiResource<ConteggiView>;
  readonly ordine: Signal<Ordinamento>;
  readonly filtrato: Signal<boolean>;
  /** What is chosen, of what the address says now: another list begins with nothing chosen. */
  readonly scelte: WritableSignal<ReadonlyMap<string, R>>;
  readonly query: Signal<string>;
  readonly aperta: Signal<string>;
  readonly reload: () => void;
}

/** `?stato=in_verifica&q=…`, of what is not empty. */
export function queryDi(valori: Valori): string {
  const scelti = Object.entries(valori).filter(([, valore]) => valore !== '');
  return scelti.length === 0 ? '' : `?${new URLSearchParams(scelti).toString()}`;
}

/** Call in an injection context. */
export function elenco<R>(definizione: DefinizioneElenco<R>): Elenco<R> {
  const { valori, predefinito } = definizione;
  const di = (chiavi: readonly string[]): Valori => Object.fromEntries(chiavi.map(c => [c, valori[c]?.() ?? '']));
  const filtri = [...definizione.filtri.map(f => f.chiave), 'q'];
  const query = computed(() => queryDi(di([...filtri, 'ordina', 'verso'])));
  const stretta = computed(() => queryDi(di(filtri)));
  const righe = definizione.lista(query);
  const numeri = definizione.conteggi(stretta);
  return {
    ...definizione,
    righe,
    numeri,
    query,
    ordine: computed(() => ordineDi(di(['ordina', 'verso']), predefinito)),
    filtrato: computed(() => stretta() !== ''),
    aperta: computed(() => valori['riga']?.() ?? ''),
    scelte: linkedSignal({ source: stretta, computation: () => new Map<string, R>() as ReadonlyMap<string, R> }),
    reload: () => {
      righe.reload();
      numeri.reload();
    },
  };
}

function ordineDi({ ordina = '', verso }: Valori, predefinito: Ordinamento): Ordinamento {
  return ordina === '' ? predefinito : { ordina, verso: (verso === 'desc' ? 'desc' : 'asc') satisfies VersoOrdine };
}

/** For the inputs of a page that its address may leave out. */
export const plain = (value: string | undefined): string => value ?? '';
