import { browserStorage } from '../ui/browser-storage';
import { DRAFT_PREFIX } from '../ui/drafts/draft-cleaner';

const KEY = `${DRAFT_PREFIX}ritorno`;

/**
 * Where the visitor was going, while they go to read their mail: the link opens another tab of the same browser. It travels in no
 * mail and no address; `returnPath` judges it when it is used. Call in an injection context.
 */
export function keptReturn() {
  const storage = browserStorage('local');
  return {
    keep(ritorno: string | undefined): void {
      if (ritorno === undefined) storage.remove(KEY);
      else storage.set(KEY, ritorno);
    },
    take(): string | null {
      const kept = storage.get(KEY);
      storage.remove(KEY);
      return kept;
    },
  };
}
