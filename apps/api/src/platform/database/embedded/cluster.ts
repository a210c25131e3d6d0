import { chmod, chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { handOver, namedAccount, runningAsRoot, type Account } from './account.js';
import { newDraft } from './drafts.js';
import { EmbeddedPostgresFailure } from './failure.js';
import { hasCode, statIfExists, syncFolder } from './files.js';
import { clusterIn, secretFileIn, serverFolder, type Place } from './place.js';
import type { Program } from './program.js';
import { run } from './run.js';
import { newSecret, scramVerifier } from './secret.js';

/** The supervisor's own role and database; the application never uses them. */
export const ADMINISTRATOR = 'postgres';

/** UTF-8, and the same order and upper case on every machine, whatever its locales: they come with the server. */
const LOCALE = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];

/** Makes the cluster unless it exists. Safe when two starts do it at once: the rename lets one win, and both use what it made. */
export async function ensureCluster({ home, cluster, account, program }: Place, durable: boolean): Promise<void> {
  if (!(await statIfExists(join(cluster, 'PG_VERSION')))) await createCluster(home, account, program, durable);
  const found = await statIfExists(cluster);
  if (account && found?.uid === 0) await handOver(cluster, account); // put back by root, from a copy
}

async function createCluster(home: string, account: Account | undefined, program: Program, durable: boolean): Promise<void> {
  const draft = await newDraft(home);
  try {
    if (account) await chmod(draft, 0o711);
    const secret = newSecret();
    await writeFile(secretFileIn(draft), secret, { mode: 0o600, flush: true });
    await initialise(draft, program, secret, durable);
    if (account) await handOver(clusterIn(draft), account);
    await syncFolder(draft);
    await adopt(draft, home);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function initialise(draft: string, program: Program, secret: string, durable: boolean): Promise<void> {
  const maker = runningAsRoot() ? await namedAccount() : undefined;
  const verifier = join(draft, 'verifier');
  await mkdir(clusterIn(draft), { mode: 0o700 });
  await writeFile(verifier, scramVerifier(secret), { mode: 0o600 });
  if (maker) for (const path of [clusterIn(draft), verifier]) await chown(path, maker.uid, maker.gid);
  const access = [`--username=${ADMINISTRATOR}`, '--auth=scram-sha-256', `--pwfile=${verifier}`];
  const args = [`--pgdata=${clusterIn(draft)}`, ...access, ...LOCALE, ...(durable ? [] : ['--no-sync'])];
  await run(program.initdb, args, maker, draft);
  await rm(verifier);
}

async function adopt(draft: string, home: string): Promise<void> {
  await rename(draft, serverFolder(home)).catch(async (error: unknown) => {
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST', 'EPERM')) throw error;
    if (await statIfExists(join(clusterIn(serverFolder(home)), 'PG_VERSION'))) return; // another start was faster
    throw new EmbeddedPostgresFailure(`${serverFolder(home)} non contiene un database riconoscibile.`, { cause: error });
  });
  await syncFolder(home);
}
