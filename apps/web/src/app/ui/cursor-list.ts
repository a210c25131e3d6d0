import { computed, linkedSignal, type Signal } from '@angular/core';
import type { Pagina, Problem } from '@tavoli/shared';
import { apiResource } from '../api/api-resource';

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
  /** Starts again from the first page: after an act, or when something changed live. Rows stay until the new ones come. */
  readonly reload: () => void;
}

/**
 * A list of the API read page by page (`Pagina<T>` with `nextCursor`). `url` is reactive: filters belong in its query, and a change
 * starts a new list. Use with `<app-pager [list]="…" />`. Call in an injection context, from a `<feature>.api.ts`.
 */
export function cursorList<T>(url: () => string | undefined): CursorList<T> {
  const base = computed(url);
  const cursor = linkedSignal<string | undefined, string | null>({ source: base, computation: () => null });
  const page = apiResource<Pagina<T>>(() => {
    const address = base();
    const from = cursor();
    if (address === undefined || from === null) return address;
    return `${address}${address.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(from)}`;
  });

  interface Source {
    readonly base: string | undefined;
    readonly first: boolean;
    readonly page: Pagina<T> | undefined;
  }
  const items = linkedSignal<Source, readonly T[]>({
    source: () => ({ base: base(), first: cursor() === null, page: page.value() }),
    computation: (now, before) => {
      const kept = before && before.source.base === now.base ? before.value : [];
      if (!now.page || now.page === before?.source.page) return kept;
      return now.first ? now.page.items : [...kept, ...now.page.items];
    },
  });
  const ready = linkedSignal<{ base: string | undefined; loaded: boolean }, boolean>({
    source: () => ({ base: base(), loaded: page.value() !== undefined }),
    computation: (now, before) => now.loaded || (before !== undefined && before.source.base === now.base && before.value),
  });
  const next = computed(() => page.value()?.nextCursor ?? null);

  return {
    items: items.asReadonly(),
    ready: ready.asReadonly(),
    isLoading: page.isLoading,
    more: computed(() => next() !== null || (page.isLoading() && cursor() !== null)),
    problem: page.problem,
    loadMore: () => {
      const from = next();
      if (from !== null) cursor.set(from);
      else if (page.problem()) page.reload();
    },
    reload: () => {
      if (cursor() === null) page.reload();
      else cursor.set(null);
    },
  };
}
