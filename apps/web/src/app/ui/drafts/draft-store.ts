import { inject, untracked } from '@angular/core';
import { browserStorage, type BrowserStorage } from '../browser-storage';
import { DRAFT_PREFIX } from './draft-cleaner';
import { DRAFT_OWNER } from './draft-owner';

/** Longer than this nobody comes back to what they left. */
const DAYS = 60;

/** Where the draft of one form stands. */
export interface DraftStore {
  /** What was kept, as text; null: nothing, or nothing that is still kept. */
  read(): string | null;
  write(text: string): void;
  remove(): void;
}

interface Kept {
  /** When, in milliseconds. */
  readonly at: number;
  readonly bozza: string;
}

/**
 * Of who is signed in, on this device until they sign out, for `DAYS`: it outlives the tab, and whoever signs in next does not find it. Of a
 * visitor, as long as the tab: the device may be anybody's. Call in an injection context.
 */
export function draftStore(key: string): DraftStore {
  const owner = untracked(inject(DRAFT_OWNER));
  const [session, local] = [browserStorage('session'), browserStorage('local')];
  if (owner === null) return plain(session, DRAFT_PREFIX + key);
  sweep(local);
  const name = `${DRAFT_PREFIX}${owner}:${key}`;
  return {
    // Begun before anybody had signed in, in this very tab.
    read: () => keptIn(local.get(name))?.bozza ?? session.get(DRAFT_PREFIX + key),
    write: text => {
      local.set(name, JSON.stringify({ at: Date.now(), bozza: text } satisfies Kept));
      session.remove(DRAFT_PREFIX + key);
    },
    remove: () => {
      local.remove(name);
      session.remove(DRAFT_PREFIX + key);
    },
  };
}

/** What of `owner` this device keeps: how many things, and a way to throw them away. Call in an injection context. */
export function draftsOf(owner: string): { readonly count: () => number; readonly forget: () => void } {
  const local = browserStorage('local');
  const keys = () => local.keys().filter(key => key.startsWith(DRAFT_PREFIX) && key.split(':').includes(owner));
  return {
    count: () => keys().length,
    forget: () => {
      for (const key of keys()) local.remove(key);
    },
  };
}

const plain = (storage: BrowserStorage, name: string): DraftStore => ({
  read: () => storage.get(name),
  write: text => storage.set(name, text),
  remove: () => storage.remove(name),
});

function sweep(storage: BrowserStorage): void {
  const before = Date.now() - DAYS * 86_400_000;
  for (const key of storage.keys()) {
    const kept = key.startsWith(DRAFT_PREFIX) ? keptIn(storage.get(key)) : null;
    if (kept !== null && kept.at < before) storage.remove(key);
  }
}

function keptIn(text: string | null): Kept | null {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<Kept> | null;
    return typeof kept?.at === 'number' && typeof kept.bozza === 'string' ? (kept as Kept) : null;
  } catch {
    return null;
  }
}
