import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { processExists } from './processes.js';

/**
 * What must appear whole or not at all is made in a draft folder and then renamed. The name tells who is making it, so that what a
 * killed start left behind can be recognised and removed.
 */
export const newDraft = (home: string): Promise<string> => mkdtemp(join(home, `draft-${process.pid}-`));

/** Removes the drafts of processes that no longer exist; what an `initdb` left alone is still writing stays until another start. */
export async function sweepDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const maker = /^draft-(\d+)-/.exec(name)?.[1];
    if (!maker || processExists(Number(maker))) continue;
    await rm(join(home, name), { recursive: true, force: true }).catch(() => undefined);
  }
}
