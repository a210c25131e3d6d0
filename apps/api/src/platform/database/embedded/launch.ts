import { spawn, type ChildProcess } from 'node:child_process';
import { open, rename } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { statIfExists } from './files.js';
import type { Place } from './place.js';
import { removeDeadLock } from './postmaster.js';
import { environment } from './run.js';

const LOG_LIMIT_BYTES = 5 * 1024 * 1024;

/** For throw-away data: a power cut may lose them all. */
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // Statements and details of errors carry people's data, and the log is a plain file.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

/** What a killed client was doing stops within a second, and its locks go. Windows cannot notice. */
const NOTICE_GONE_CLIENTS = process.platform === 'win32' ? {} : { client_connection_check_interval: '1s' };

/** One try at starting the server. */
export interface Launch {
  ended(): boolean;
  /** What the server wrote since this try began. */
  output(): Promise<string>;
}

/** Starts the server process, without waiting that it answers. Its own session: Ctrl-C must reach us first, then it through `stop`. */
export async function launch(place: Place, port: number, durable: boolean): Promise<Launch> {
  await removeDeadLock(place.cluster);
  const settings = { ...SETTINGS, ...NOTICE_GONE_CLIENTS, ...(durable ? {} : NOT_DURABLE), port: String(port) };
  const args = ['-D', place.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  await turnOverLog(place.logFile);
  const log = await open(place.logFile, 'a', 0o600); // a file, not a pipe: the server may outlive us
  const from = (await log.stat()).size;
  try {
    const options = { ...place.account, cwd: place.home, env: environment(), detached: true, windowsHide: true };
    const child = spawn(place.program.postgres, args, { ...options, stdio: ['ignore', log.fd, log.fd] });
    await once(child, 'spawn');
    child.unref();
    return { ended: () => hasEnded(child), output: () => readFrom(place.logFile, from) };
  } finally {
    await log.close();
  }
}

/** A port of the loopback that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function turnOverLog(file: string): Promise<void> {
  const found = await statIfExists(file);
  if (found && found.size > LOG_LIMIT_BYTES) await rename(file, `${file}.1`);
}

async function readFrom(file: string, position: number): Promise<string> {
  const log = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await log.read({ position, buffer: Buffer.alloc(4096) });
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await log.close();
  }
}
