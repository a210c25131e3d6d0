import { DestroyRef, effect, inject, type Signal, signal, untracked, type WritableSignal } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { draftStore } from './draft-store';
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
}

/** The same for the form of a page: each thing that its address names (ambito, tavolo, …) has a draft of its own. */
export function pageDraft<T extends object>(kind: string, model: WritableSignal<T>, options: LocalDraftOptions<T> = {}): LocalDraft {
  const params: Record<string, string> = Object.assign({}, ...inject(ActivatedRoute).snapshot.pathFromRoot.map(({ params }) => params));
  const named = Object.keys(params)
    .sort()
    .map(name => params[name]);
  return localDraft([kind, ...named].join(':'), model, options);
}

/**
 * Keeps what the user types into `model` in the browser (`draftStore`: for how long), so that a reload, a crash, a closed tab or an expired
 * session loses nothing, and puts it back when the page is opened again. `key` names the thing edited, e.g. `designazione:<id>`. Files are not kept.
 * Signing out deletes every draft (`draftCleaner`). Call in an injection context.
 */
export function localDraft<T extends object>(key: string, model: WritableSignal<T>, options: LocalDraftOptions<T> = {}): LocalDraft {
  const store = draftStore(key);
  const initial = untracked(model);
  const except = new Set<string>(options.except as string[] | undefined);
  const serialize = (value: T) => JSON.stringify(value, (field, part: unknown) => (isLeft(except, field, part) ? undefined : part));
  let keeping = true;

  const saved = parse(store.read());
  if (saved !== undefined) model.set(merge(initial, saved));
  const restored = signal(saved !== undefined);
  effect(() => {
    const now = serialize(model());
    if (!keeping || now === serialize(initial)) store.remove();
    else store.write(now);
  });
  tellKept(() => (keeping && left(model(), except) === left(initial, except) ? model() : undefined));

  const forget = () => {
    store.remove();
    restored.set(false);
  };
  const clear = () => {
    keeping = false;
    forget();
  };
  const discard = () => {
    model.set(initial);
    forget();
  };
  return { restored: restored.asReadonly(), clear, discard };
}

/** As long as the caller lives. @param value what is kept whole; undefined: something of it is not */
const tellKept = (value: () => unknown): void => void inject(DestroyRef).onDestroy(inject(KeptDrafts).add(value));

const isLeft = (except: ReadonlySet<string>, field: string, part: unknown): boolean => except.has(field) || part instanceof Blob;

/** What of `value` is never written down: a password, a file. A tick is given again in a moment. */
function left(value: unknown, except: ReadonlySet<string>): string {
  const parts: unknown[] = [];
  JSON.stringify(value, (field, part: unknown) => {
    if (!isLeft(except, field, part)) return part;
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
