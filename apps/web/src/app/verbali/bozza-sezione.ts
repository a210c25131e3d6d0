import { Documento } from '@tavoli/shared';
import type { BrowserStorage } from '../ui/browser-storage';
import { DRAFT_PREFIX } from '../ui/draft-cleaner';
import { type Stesura, stesuraDi } from './stesura';

/** What this browser keeps of a section that is not saved: with the text it began from, so that it can be brought together with what was saved since. */
export interface BozzaSezione {
  readonly version: number;
  readonly base: Stesura;
  readonly stesura: Stesura;
  /** What was left out at a choice between two texts, latest first. */
  readonly scartate: readonly Stesura[];
}

/** Of one account: whoever signs in next on this device does not find it, and a sign-out deletes it (`draftCleaner`). */
export const chiaveBozza = (account: string, sezione: string): string => `${DRAFT_PREFIX}verbale:${account}:${sezione}`;

export function leggiBozza(storage: BrowserStorage, chiave: string): BozzaSezione | null {
  try {
    const read = JSON.parse(storage.get(chiave) ?? 'null') as Partial<BozzaSezione> | null;
    if (read === null || typeof read.version !== 'number' || !isStesura(read.base) || !isStesura(read.stesura)) return null;
    return { version: read.version, base: stesuraDi(read.base), stesura: stesuraDi(read.stesura), scartate: Array.isArray(read.scartate) ? read.scartate.filter(isStesura) : [] };
  } catch {
    return null;
  }
}

export function scriviBozza(storage: BrowserStorage, chiave: string, bozza: BozzaSezione | null): void {
  if (bozza === null) storage.remove(chiave);
  else storage.set(chiave, JSON.stringify(bozza));
}

function isStesura(value: unknown): value is Stesura {
  if (typeof value !== 'object' || value === null) return false;
  const { documento, decisioni, impegni } = value as Partial<Stesura>;
  return Documento.safeParse(documento).success && Array.isArray(decisioni) && Array.isArray(impegni);
}
