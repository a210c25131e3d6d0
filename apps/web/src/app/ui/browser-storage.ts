import { isPlatformBrowser } from '@angular/common';
import { inject, PLATFORM_ID } from '@angular/core';

export interface BrowserStorage {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): string[];
}

const NONE: BrowserStorage = { get: () => null, set: () => undefined, remove: () => undefined, keys: () => [] };

/**
 * The browser's storage: `session` lasts as long as the tab, `local` until deleted. Silently keeps nothing on the server, where the
 * visitor forbids it, or when it is full: nothing in the portal may fail for that. Call in an injection context.
 */
export function browserStorage(kind: 'session' | 'local'): BrowserStorage {
  if (!isPlatformBrowser(inject(PLATFORM_ID))) return NONE;
  const attempt = <T>(use: (storage: Storage) => T, otherwise: T): T => {
    try {
      return use(kind === 'session' ? sessionStorage : localStorage);
    } catch {
      return otherwise;
    }
  };
  return {
    get: key => attempt(storage => storage.getItem(key), null),
    set: (key, value) => attempt(storage => storage.setItem(key, value), undefined),
    remove: key => attempt(storage => storage.removeItem(key), undefined),
    keys: () => attempt(storage => Object.keys(storage), []),
  };
}
