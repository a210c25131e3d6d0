import { stat } from 'node:fs/promises';
import { digestOf } from './disk-files.js';

/** What can be wrong with the bytes of a file that a row promises. */
export type BlobFault = 'manca' | 'dimensione' | 'impronta';

export interface Promised {
  readonly sha256: string;
  /** Null: not known. */
  readonly bytes: number | null;
}

export const FAULT_WORDS: Readonly<Record<BlobFault, string>> = {
  manca: 'manca dal disco',
  dimensione: 'non ha più la sua dimensione',
  impronta: 'ha un contenuto diverso da quello che fu salvato',
};

/** Looks at the bytes at `path`: that they are there and as many as promised, and with `whole` that each of them is the right one. */
export async function faultOf(path: string, { sha256, bytes }: Promised, whole: boolean): Promise<BlobFault | null> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) return 'manca';
  if (bytes !== null && found.size !== bytes) return 'dimensione';
  if (!whole) return null;
  const now = await digestOf(path).catch(() => null);
  return now?.sha256 === sha256 ? null : 'impronta';
}
