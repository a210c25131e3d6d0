import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ifExists } from './files.js';
import type { Place } from './place.js';
import { processExists } from './processes.js';
import { run } from './run.js';

/** What a running server, or one that was killed, says of itself in its lock file. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

const lockFile = (cluster: string): string => join(cluster, 'postmaster.pid');

export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const lines = (await ifExists(readFile(lockFile(cluster), 'utf8')))?.split('\n') ?? [];
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 ? { pid, port } : undefined;
}

/**
 * PostgreSQL refuses to start while the process named by its lock file exists, and "exist" also a zombie (a container whose first
 * process reaps nobody) and a stranger that got the number later. On Linux we can tell them from a living server, and remove the
 * file. PostgreSQL still makes sure by itself, through the shared memory, that no backend of before is writing.
 * To be called by the one that has the turn to launch.
 */
export async function removeDeadLock(cluster: string): Promise<void> {
  const found = process.platform === 'linux' ? await readPostmaster(cluster) : undefined;
  if (found && processExists(found.pid) && !(await serves(found.pid, cluster))) await rm(lockFile(cluster), { force: true });
}

/** By its command line, which everybody may read (its working folder, in a container, not even root). A zombie's is empty. */
async function serves(pid: number, cluster: string): Promise<boolean> {
  const commandLine = await ifExists(readFile(`/proc/${pid}/cmdline`, 'utf8'));
  return commandLine?.split('\0').includes(cluster) ?? false;
}

/** Ends sessions, writes everything to disk, and returns when the server is gone. */
export async function shutDown({ cluster, program, account, home }: Place): Promise<void> {
  await run(program.pgCtl, ['stop', `--pgdata=${cluster}`, '--mode=fast', '--wait', '--timeout=120', '--silent'], account, home);
}
