import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until the process that holds our standard input ends, however it ends; then stops the PostgreSQL server that it left in the
 * first folder given, and removes all of them. After an orderly end there is nothing left to do.
 */
const folders = process.argv.slice(2);
const lockFile = join(folders[0], 'server/cluster/postmaster.pid');

const serverPid = async () => Number.parseInt(await readFile(lockFile, 'utf8').catch(() => ''), 10);

// Ctrl-C reaches the whole group of the terminal; this program has its own.
for await (const _ of process.stdin);

const pid = await serverPid();
if (pid > 0) {
  process.kill(pid, 'SIGINT');
  for (let tries = 0; tries < 300 && (await serverPid()) === pid; tries += 1) await sleep(100);
}
for (const folder of folders) await rm(folder, { recursive: true, force: true });
