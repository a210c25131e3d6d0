import type { BrowserStorage } from '../ui/browser-storage';
import { DRAFT_PREFIX } from '../ui/drafts/draft-cleaner';

/** What this browser keeps of a section that is not saved: with the text it began from, so that it can be brought together with what was saved since. */
export interface BozzaSezione<S> {
  readonly version: number;
  readonly base: S;
  readonly stesura: S;
  /** What was left out at a choice between two texts, latest first. */
  readonly scartate: readonly S[];
}

/** Of one account: whoever signs in next on this device does not find it, and a sign-out deletes it (`draftCleaner`). */
export const chiaveBozza = (cosa: 'verbale' | 'elaborato', account: string, sezione: string): string =>
  `${DRAFT_PREFIX}${cosa}:${account}:${sezione}`;

/** @param leggi what is kept as what is written; null when it is nothing of the kind */
export function leggiBozza<S>(storage: BrowserStorage, chiave: string, leggi: (value: unknown) => S | null): BozzaSezione<S> | null {
  try {
    const read = JSON.parse(storage.get(chiave) ?? 'null') as Partial<BozzaSezione<unknown>> | null;
    if (read === null || typeof read.version !== 'number') return null;
    const [base, stesura] = [leggi(read.base), leggi(read.stesura)];
    if (base === null || stesura === null) return null;
    return {
      version: read.version,
      base,
      stesura,
      scartate: Array.isArray(read.scartate) ? read.scartate.flatMap(s => leggi(s) ?? []) : [],
    };
  } catch {
    return null;
  }
}

export function scriviBozza<S>(storage: BrowserStorage, chiave: string, bozza: BozzaSezione<S> | null): void {
  if (bozza === null) storage.remove(chiave);
  else storage.set(chiave, JSON.stringify(bozza));
}
