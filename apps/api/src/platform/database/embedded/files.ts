import { open, lstat, stat } from 'node:fs/promises';
import type { Stats } from 'node:fs';

export const hasCode = (error: unknown, ...codes: string[]): boolean => codes.includes((error as NodeJS.ErrnoException)?.code ?? '');

/** The answer, or undefined where the file does not exist. */
export async function ifExists<T>(answer: Promise<T>): Promise<T | undefined> {
  return answer.catch((error: unknown) => {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  });
}

export const statIfExists = (path: string): Promise<Stats | undefined> => ifExists(stat(path));
export const lstatIfExists = (path: string): Promise<Stats | undefined> => ifExists(lstat(path));

/** Makes names created in a folder survive a power cut. Windows cannot, and does not need to: its renames are journalled. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
