import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from '../src/platform/database/embedded/account.js';
import { removeEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedPostgres } from '../src/platform/database/embedded/index.js';
import { readPostmaster, type Postmaster } from '../src/platform/database/embedded/postmaster.js';

export const clusterOf = (dataDir: string): string => join(dataDir, 'postgres/server/cluster');

/** A data folder, and ways to run a server on it. */
export interface World {
  readonly dataDir: string;
  /** In this process. */
  start(log?: (line: string) => void): Promise<EmbeddedPostgres>;
  /** In a process of its own, as `account` when given; resolves when the server answers. */
  startHost(task?: 'write', account?: Account): Promise<Host>;
}

/** Lends an empty data folder; whatever runs on it afterwards is ended, and everything removed, also when the test fails. */
export async function withDataDir(use: (world: World) => Promise<void>, mode = 0o711): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tavoli-embedded-'));
  await chmod(dataDir, mode);
  const [started, hosts]: [EmbeddedPostgres[], Host[]] = [[], []];
  const kept = <T>(list: T[], item: T): T => (list.push(item), item);
  try {
    await use({
      dataDir,
      start: async log => kept(started, await startEmbeddedPostgres({ dataDir, log })),
      startHost: async (task, account) => kept(hosts, await startHost(dataDir, task, account)),
    });
  } finally {
    await Promise.all(hosts.map(host => host.signal('SIGKILL')));
    await Promise.all(started.map(server => server.stop()));
    if (await readPostmaster(clusterOf(dataDir))) await (await startEmbeddedPostgres({ dataDir })).stop();
    await removeEmbeddedPostgres(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** What the lock file says; throws where there is none. */
export async function postmasterOf(dataDir: string): Promise<Postmaster> {
  const found = await readPostmaster(clusterOf(dataDir));
  if (!found) throw new Error(`No lock file in ${dataDir}.`);
  return found;
}

/** kill -9 of the server itself. Returns when its port is closed. */
export async function killServer(dataDir: string): Promise<Postmaster> {
  const postmaster = await postmasterOf(dataDir);
  process.kill(postmaster.pid, 'SIGKILL');
  await eventually(async () => !(await answers(postmaster.port)));
  return postmaster;
}

/** Whether somebody listens at this port of the loopback. */
export async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Waits for a fact; Jest's own limit ends a wait in vain. */
export async function eventually(fact: () => Promise<boolean>): Promise<void> {
  while (!(await fact())) await sleep(20);
}

export interface Host {
  readonly url: string;
  readonly firstStart: boolean;
  /** Rows whose commit was acknowledged, so far. */
  readonly acknowledged: number[];
  signal(signal: NodeJS.Signals): Promise<void>;
}

/** Starts a server in a process of its own, and kills that process after a while: early, late, or once it is ready. */
export async function startHostAndKill(dataDir: string, afterMs: number): Promise<void> {
  const child = spawnHost(dataDir);
  await once(child, 'spawn');
  await sleep(afterMs);
  await end(child, 'SIGKILL');
}

function spawnHost(dataDir: string, task = '', account?: Account): ChildProcessByStdio<null, Readable, Readable> {
  const args = ['--import', join(import.meta.dirname, 'ts-hooks.mjs'), join(import.meta.dirname, 'embedded-host.ts'), dataDir, task];
  return spawn(process.execPath, args, { ...account, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function startHost(dataDir: string, task?: 'write', account?: Account): Promise<Host> {
  const child = spawnHost(dataDir, task, account);
  let stderr = '';
  child.stderr.on('data', chunk => (stderr += chunk));
  const lines = createInterface({ input: child.stdout });
  const ready = await Promise.race([once(lines, 'line'), once(child, 'exit')]);
  if (typeof ready[0] !== 'string') throw new Error(`The host ended: ${stderr}`);
  const acknowledged: number[] = [];
  lines.on('line', line => acknowledged.push(Number(line)));
  return {
    ...(JSON.parse(ready[0]) as { url: string; firstStart: boolean }),
    acknowledged,
    signal: signal => end(child, signal),
  };
}

/** Resolves when the process is gone and all that it printed was read. */
async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill(signal);
  await closed;
}
