import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ORIGIN, type World } from '../app.js';
import type { Persona } from '../scenario.js';

/** Where a command may die: before its mails are written, before its act is, before it commits, and before it answers. */
export const FAULT_POINTS = ['command.before-outbox', 'command.before-registro', 'command.before-commit', 'command.after-commit'] as const;
export type FaultPoint = (typeof FAULT_POINTS)[number];

/** One request, as the site's own pages make it. */
export interface Request {
  readonly chi: Persona;
  readonly path: string;
  readonly body: object;
  readonly version?: number;
  readonly key: string;
}

/** Sends a request to a copy of the product that kills itself (kill -9) at a point of the command. @returns how the process ended: `SIGKILL` */
export async function sendAndDie(world: World, point: FaultPoint, r: Request): Promise<NodeJS.Signals | null> {
  const args = ['--import', join(import.meta.dirname, '../nest-hooks.mjs'), join(import.meta.dirname, 'portal-host.ts'), world.url];
  const env = { ...process.env, NODE_ENV: 'test', FAULT_POINT: point, NODE_OPTIONS: '' };
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env });
  const ended = once(child, 'close');
  const [port] = (await once(createInterface(child.stdout), 'line')) as [string];
  await answer(Number(port), r).catch(() => undefined); // the connection is cut
  const [, signal] = (await ended) as [number | null, NodeJS.Signals | null];
  return signal;
}

function answer(port: number, r: Request): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const headers = {
    host: new URL(ORIGIN).host, origin: ORIGIN, 'sec-fetch-site': 'same-origin', cookie: `__Host-sessione=${r.chi.token}`, 'content-type': 'application/json',
    'idempotency-key': r.key, ...(r.version === undefined ? {} : { 'if-match': `"${r.version}"` }),
  };
  request({ port, host: '127.0.0.1', method: 'POST', path: `/api/v1${r.path}`, headers }, response => response.resume().once('end', resolve)).once('error', reject).end(JSON.stringify(r.body));
  return promise;
}
