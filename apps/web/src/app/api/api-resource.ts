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
import { Annunci } from '../ui/annunci';
import { problemOf } from '../ui/problem';
import { Rereads } from '../ui/rereads';
import { Api } from './api';

/** Something read from the API, as signals. */
export interface ApiResource<T> {
  /** The body; undefined while it loads and after an error, but for one that passes: then what was read before stays, and it is told. */
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
  const kept = lastRead<T>(source, address);
  const value = computed(() => kept() ?? (source.error() ? undefined : handed()));

  return {
    value,
    hasValue(): this is LoadedApiResource<T> {
      return value() !== undefined;
    },
    isLoading: computed(() => source.isLoading() && handed() === undefined),
    problem: computed(() => (source.error() && kept() === undefined ? problemOf(source.error()) : null)),
    reload: () => {
      handed.set(undefined);
      readAgain();
    },
  };
}

export const NON_AGGIORNATA = 'Non riusciamo a raggiungere il portale: quello che vedi può non essere aggiornato.';

/**
 * What is shown: while the portal cannot be reached, what was read of this address before. Whatever somebody is writing over it stands in
 * that page, which must not go away with the line.
 */
function lastRead<T>(source: Pick<ResourceRef<unknown>, 'hasValue' | 'value' | 'error'>, address: Signal<string | undefined>) {
  const annunci = inject(Annunci);
  const status = computed(() => (source.error() === undefined ? null : problemOf(source.error()).status));
  const passes = computed(() => status() === 429 || (status() ?? 0) >= 500);
  const refused = computed(() => status() !== null && !passes());
  const kept = linkedSignal<{ readonly of: string | undefined; readonly value: T | undefined }, T | undefined>({
    source: () => ({ of: address(), value: source.hasValue() ? (source.value() as T) : undefined }),
    computation: (now, before) => now.value ?? (before?.source.of === now.of && !untracked(refused) ? before?.value : undefined),
  });
  effect(() => {
    // Read each time: what nobody has looked at would not be there to be kept.
    if (kept() !== undefined && passes()) untracked(() => annunci.notify(NON_AGGIORNATA, 'warning'));
  });
  return kept.asReadonly();
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
