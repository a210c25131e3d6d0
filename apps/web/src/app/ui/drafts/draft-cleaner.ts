import { browserStorage } from '../browser-storage';

/** Begins the key of every draft kept by `localDraft`. */
export const DRAFT_PREFIX = 'tavoli:bozza:';

/** Deletes every draft of this browser: done when signing out, since the device may be shared. Call in an injection context. */
export function draftCleaner(): () => void {
  const storages = [browserStorage('session'), browserStorage('local')];
  return () => {
    for (const storage of storages) for (const key of storage.keys()) if (key.startsWith(DRAFT_PREFIX)) storage.remove(key);
  };
}
