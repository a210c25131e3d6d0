import { computed, linkedSignal, signal, type Signal, type WritableSignal } from '@angular/core';
import type { Pagina, Problem } from '@tavoli/shared';
import { apiResource } from './api-resource';

export interface CursorList<T> {
  /** All rows fetched so far. */
  readonly items: Signal<readonly T[]>;
  /** False until the first page has come. */
  readonly ready: Signal<boolean>;
  readonly isLoading: Signal<boolean>;
  readonly more: Signal<boolean>;
  readonly problem: Signal<Problem | null>;
  /** Appends the next page. */
  readonly loadMore: () => void;
  /**
   * Reads again from the first page: after an act, or when something changed live. No row moves under a pointer: what is shown stays where
   * it is, with what is new of it, and rows not seen before come after. `stale` tells that the list would be another one by now.
   */
  readonly reload: () => void;
  readonly stale: Signal<boolean>;
  /** The list as it is by now, in its own order: only when the reader asks for it. */
  readonly renew: () => void;
  /** What an act has made of a row that is shown: it stays in its place, with its outcome, whatever the list would say of it. */
  readonly patch: (id: string, change: Partial<T>) => void;
}

const idOf = (row: unknown): unknown => (row as { readonly id?: unknown }).id ?? row;

/**
 * A list of the API read page by page (`Pagina<T>` with `nextCursor`). `url` is reactive: filters belong in its query, and a change
 * starts a new list. Use with `<app-pager [list]="…" />`. Call in an injection context, from a `<feature>.api.ts`.
 */
export function cursorList<T>(url: () => string | undefined): CursorList<T> {
  const base = computed(url);
  const cursor = linkedSignal<string | undefined, string | null>({ source: base, computation: () => null });
  /** The reader asked for the list as it is: the next answer is taken as it comes. */
  const renewed = signal(false);
  const page = apiResource<Pagina<T>>(() => pageAddress(base(), cursor()));
  const reading = () => ({ base: base(), first: cursor() === null, page: page.value() });
  const items = shownRows<T>(reading, renewed);
  const next = computed(() => page.value()?.nextCursor ?? null);
  const read = (again: boolean) => {
    renewed.set(again);
    if (cursor() === null) page.reload();
    else cursor.set(null);
  };
  return {
    items: items.asReadonly(),
    ready: everLoaded(reading),
    isLoading: page.isLoading,
    more: computed(() => next() !== null || (page.isLoading() && cursor() !== null)),
    problem: page.problem,
    loadMore: () => {
      const from = next();
      if (from !== null) cursor.set(from);
      else if (page.problem()) page.reload();
    },
    reload: () => read(false),
    stale: computed(() => cursor() === null && isStale(items(), page.value())),
    renew: () => read(true),
    patch: (id, change) => items.update(rows => rows.map(row => (idOf(row) === id ? { ...row, ...change } : row))),
  };
}

/** What was read last, and of which list. */
interface Reading<T> {
  readonly base: string | undefined;
  readonly first: boolean;
  readonly page: Pagina<T> | undefined;
}

function pageAddress(address: string | undefined, cursor: string | null): string | undefined {
  if (address === undefined || cursor === null) return address;
  return `${address}${address.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;
}

function shownRows<T>(source: () => Reading<T>, renewed: () => boolean): WritableSignal<readonly T[]> {
  return linkedSignal<Reading<T>, readonly T[]>({
    source,
    computation: (now, before) => {
      const kept = before && before.source.base === now.base ? before.value : [];
      if (!now.page || now.page === before?.source.page) return kept;
      if (now.first && (kept.length === 0 || renewed())) return now.page.items;
      return merged(kept, now.page.items);
    },
  });
}

/** Whether the first page of this list has ever come. */
function everLoaded(source: () => Reading<unknown>): Signal<boolean> {
  return linkedSignal<Reading<unknown>, boolean>({
    source,
    computation: (now, before) => now.page !== undefined || (before !== undefined && before.source.base === now.base && before.value),
  }).asReadonly();
}

/** Whether the first page, as it is by now, is not what the rows that are shown begin with. */
function isStale<T>(shown: readonly T[], first: Pagina<T> | undefined): boolean {
  if (first === undefined) return false;
  const moved = shown.slice(0, first.items.length).some((row, i) => idOf(row) !== idOf(first.items[i]));
  return moved || (first.nextCursor === null && shown.length !== first.items.length);
}

/** The rows that are shown, where they are, each as it was last read; then those that were not there. */
function merged<T>(shown: readonly T[], read: readonly T[]): readonly T[] {
  const fresh = new Map(read.map(row => [idOf(row), row]));
  const seen = new Set(shown.map(idOf));
  return [...shown.map(row => fresh.get(idOf(row)) ?? row), ...read.filter(row => !seen.has(idOf(row)))];
}
