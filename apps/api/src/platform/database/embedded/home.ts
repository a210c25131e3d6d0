import { chmod, lstat, mkdir, mkdtemp, realpath, rm, rmdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { canReach, runningAsRoot, unusedAccount } from './account.js';
import { EmbeddedPostgresFailure } from './failure.js';
import { hasCode, ifExists, lstatIfExists } from './files.js';

/**
 * Where data go when the server cannot reach `dataDir` (a project under `/root`): only root can write in `/var/lib`, so nobody can
 * prepare a trap there, as they could in `/tmp`; and it outlives a restart of the machine.
 */
const OUTSIDE = '/var/lib/tavoli-tematici';

/** Others may pass through, to reach what is theirs, but not look around. */
const PASS_THROUGH = 0o711;

const linkOf = (dataDir: string): string => join(dataDir, 'postgres');

/**
 * The real path of `dataDir/postgres`, made when missing. It is a plain folder; only for root, and only when the server's account could
 * not reach it, it is a link to a folder of random name under `/var/lib/tavoli-tematici`.
 */
export async function findHome(dataDir: string): Promise<string> {
  const home = linkOf(dataDir);
  await mkdir(dataDir, { recursive: true });
  if (!(await lstatIfExists(home))) await (runningAsRoot() ? makeHomeForOther(dataDir) : makeFolder(home, 0o700));
  const real = await ifExists(realpath(home));
  if (!real) throw new EmbeddedPostgresFailure(`${home} porta a una cartella che non c'è più: cancellalo per ricominciare da zero.`);
  return real;
}

/** Deletes the embedded server's data for good, wherever they are. To be called with the server stopped. */
export async function removeEmbeddedPostgres(dataDir: string): Promise<void> {
  const real = await ifExists(realpath(linkOf(dataDir)));
  if (real) await rm(real, { recursive: true, force: true });
  await rm(linkOf(dataDir), { recursive: true, force: true });
}

async function makeHomeForOther(dataDir: string): Promise<void> {
  const home = linkOf(dataDir);
  if (await canReach(await unusedAccount(), dataDir)) return makeFolder(home, PASS_THROUGH);
  const outside = await makeOutside();
  await symlink(outside, home).catch(async (error: unknown) => {
    await rmdir(outside);
    if (!hasCode(error, 'EEXIST')) throw error; // another start was faster: its link holds
  });
}

async function makeOutside(): Promise<string> {
  await makeFolder(OUTSIDE, PASS_THROUGH);
  const found = await lstat(OUTSIDE);
  const safe = found.isDirectory() && found.uid === 0 && !(found.mode & 0o022);
  if (!safe || !(await canReach(await unusedAccount(), OUTSIDE))) {
    throw new EmbeddedPostgresFailure(`${OUTSIDE} dev'essere una cartella di root, attraversabile da tutti e scrivibile solo da root.`);
  }
  const outside = await mkdtemp(join(OUTSIDE, 'dati-'));
  await chmod(outside, PASS_THROUGH);
  return outside;
}

/** With exactly this mode, whatever the umask; an existing one is left as it is. */
async function makeFolder(path: string, mode: number): Promise<void> {
  try {
    await mkdir(path);
    await chmod(path, mode);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}
