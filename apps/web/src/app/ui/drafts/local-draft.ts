import { DestroyRef, effect, inject, type Signal, signal, untracked, type WritableSignal } from '@angular/core';
import { browserStorage } from '../browser-storage';
import { DRAFT_PREFIX } from './draft-cleaner';
import { KeptDrafts } from './kept-drafts';

export interface LocalDraft {
  /** True while the form shows what was typed before a reload or a new sign-in. */
  readonly restored: Signal<boolean>;
  /** After the API has taken the data: forgets the draft, and keeps no more of this form. */
  readonly clear: () => void;
  /** "Ricomincia da capo": forgets the draft and puts the initial values back. */
  readonly discard: () => void;
}

export interface LocalDraftOptions<T> {
  /** Fields that must never be stored: passwords, above all. */
  readonly except?: readonly (keyof T)[];
  /** `session` (the default): until the tab is closed. `local`: also afterwards, for long texts on one's own device. */
  readonly storage?: 'session' | 'local';
}

/**
 * Keeps what the user types into `model` in the browser, so that a reload, a crash or an expired session loses nothing, and puts it
 * back when the page is opened again. `key` names the thing edited, e.g. `designazione:<id>`. Files are not kept.
 * Signing out deletes every draft (`draftCleaner`). Call in an injection context.
 */
export function localDraft<T extends object>(key: string, model: WritableSignal<T>, options: LocalDraftOptions<T> = {}): LocalDraft {
  const storage = browserStorage(options.storage ?? 'session');
  const name = DRAFT_PREFIX + key;
  const initial = untracked(model);
  const except = new Set<string>(options.except as string[] | undefined);
  const serialize = (value: T) =>
    JSON.stringify(value, (field, part: unknown) => (except.has(field) || part instanceof Blob ? undefined : part));
  const untouched = serialize(initial);
  const restored = signal(false);
  let keeping = true;

  const saved = parse(storage.get(name));
  if (saved !== undefined) {
    model.set(merge(initial, saved));
    restored.set(true);
  }
  effect(() => {
    const now = serialize(model());
    if (!keeping || now === untouched) storage.remove(name);
    else storage.set(name, now);
  });
  const beside = (value: T) => left(value, field => except.has(field));
  inject(DestroyRef).onDestroy(inject(KeptDrafts).add(() => (keeping && beside(model()) === beside(initial) ? model() : undefined)));

  const clear = () => {
    keeping = false;
    storage.remove(name);
    restored.set(false);
  };
  const discard = () => {
    model.set(initial);
    storage.remove(name);
    restored.set(false);
  };
  return { restored: restored.asReadonly(), clear, discard };
}

/** What of `value` is never written down: a password, a file. A tick is given again in a moment. */
function left(value: unknown, excepted: (field: string) => boolean): string {
  const parts: unknown[] = [];
  JSON.stringify(value, (field, part: unknown) => {
    if (!excepted(field) && !(part instanceof Blob)) return part;
    if (typeof part !== 'boolean') parts.push(part instanceof Blob ? part.size : part);
    return undefined;
  });
  return JSON.stringify(parts);
}

function parse(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `saved` laid over `initial`, keeping only what the form still has and has in the same kind: an old draft cannot break a new form. */
function merge<T>(initial: T, saved: unknown): T {
  if (initial === null || initial === undefined) return (saved ?? initial) as T;
  if (Array.isArray(initial)) return (Array.isArray(saved) ? saved : initial) as T;
  if (typeof initial !== 'object') return (typeof saved === typeof initial ? saved : initial) as T;
  if (typeof saved !== 'object' || saved === null || Array.isArray(saved)) return initial;
  const parts = saved as Record<string, unknown>;
  return Object.fromEntries(Object.entries(initial).map(([key, value]) => [key, key in parts ? merge(value, parts[key]) : value])) as T;
}
