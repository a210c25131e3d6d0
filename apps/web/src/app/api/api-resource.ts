import {
  computed,
  DestroyRef,
  effect,
  inject,
  linkedSignal,
  resource,
  type ResourceRef,
  type Signal,
  signal,
  untracked,
} from '@angular/core';
import type { Problem } from '@tavoli/shared';
import { problemOf } from '../ui/problem';
import { Rereads } from '../ui/rereads';
import { Api } from './api';

/** Something read from the API, as signals. */
export interface ApiResource<T> {
  /** The body; undefined while it loads and after an error. */
  readonly value: Signal<T | undefined>;
  /** Narrows `value()` in templates: `@if (tavolo.hasValue()) { {{ tavolo.value().nome }} }`. */
  hasValue(): this is LoadedApiResource<T>;
  /** Also while an older value is being read again. */
  readonly isLoading: Signal<boolean>;
  readonly problem: Signal<Problem | null>;
  /** Reads again; the old value stays until the new one is there. */
  reload(): void;
}

export interface LoadedApiResource<T> extends ApiResource<T> {
  readonly value: Signal<T>;
}

/**
 * Reads `url` of the API, again whenever it changes; undefined waits. Rendered on the server, the value arrives with the page, so the
 * browser shows it at once and does not ask. Call in an injection context, from a `<feature>.api.ts`.
 */
export function apiResource<T>(url: () => string | undefined): ApiResource<T> {
  const api = inject(Api);
  const address = computed(url);
  const handed = linkedSignal(() => {
    const now = address();
    return now === undefined ? undefined : api.handed<T>(now);
  });
  const source = resource({
    params: address,
    loader: ({ params, abortSignal, previous }) => {
      const given = untracked(handed);
      return given !== undefined && previous.status !== 'resolved' ? Promise.resolve(given) : api.get<T>(params, abortSignal);
    },
  });
  const readAgain = reader(source);
  const value = computed(() => (source.hasValue() ? (source.value() as T) : source.error() ? undefined : handed()));

  return {
    value,
    hasValue(): this is LoadedApiResource<T> {
      return value() !== undefined;
    },
    isLoading: computed(() => source.isLoading() && handed() === undefined),
    problem: computed(() => (source.error() ? problemOf(source.error()) : null)),
    reload: () => {
      handed.set(undefined);
      readAgain();
    },
  };
}

/** Asked for while it was being read, it is read once more: what is on its way may be older than the reason to read again. */
function reader(source: Pick<ResourceRef<unknown>, 'isLoading' | 'reload'>): () => void {
  const rereads = inject(Rereads);
  const again = signal(false);
  let end = (): void => undefined;
  effect(() => {
    if (source.isLoading()) return;
    if (!again()) return end();
    again.set(false);
    untracked(() => source.reload());
  });
  inject(DestroyRef).onDestroy(() => end());
  return () => {
    end();
    end = rereads.begin();
    if (!source.reload()) again.set(true);
  };
}
