import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { ORIGIN, type World } from '../app.js';
import type { Persona } from '../scenario.js';

/** Where a command may die: before its mails are written, before its act is, before it commits, and before it answers. */
export const FAULT_POINTS = ['command.before-outbox', 'command.before-registro', 'command.before-commit', 'command.after-commit'] as const;
/** Or right after its answer has arrived: from then on somebody relies on it. */
export const MOMENTS = [...FAULT_POINTS, 'answered'] as const;
export type Moment = (typeof MOMENTS)[number];

/** What the caller got before the process ended, and how it ended. */
export interface Death {
  readonly signal: NodeJS.Signals | null;
  /** Null: the connection was cut before there was an answer. */
  readonly answer: { readonly status: number; readonly body: unknown } | null;
}

/** One request, as the site's own pages make it. */
export interface Request {
  readonly chi: Persona;
  readonly path: string;
  readonly body: object;
  readonly version?: number;
  readonly key: string;
}

/** Sends a request to a copy of the product that dies (kill -9) at this moment of the command, before a later one can begin. */
export async function sendAndDie(world: World, moment: Moment, r: Request): Promise<Death> {
  const args = ['--import', join(import.meta.dirname, '../nest-hooks.mjs'), join(import.meta.dirname, 'portal-host.ts'), world.url];
  const env = { ...process.env, NODE_ENV: 'test', FAULT_POINT: moment === 'answered' ? '' : moment, NODE_OPTIONS: '' };
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env });
  const ended = once(child, 'close');
  const [port] = (await once(createInterface(child.stdout), 'line')) as [string];
  const answer = await send(Number(port), r).catch(() => null); // the connection is cut
  if (moment === 'answered') child.kill('SIGKILL');
  const [, signal] = (await ended) as [number | null, NodeJS.Signals | null];
  return { signal, answer };
}

function send(port: number, r: Request): Promise<Death['answer']> {
  const { promise, resolve, reject } = Promise.withResolvers<Death['answer']>();
  const headers = {
    host: new URL(ORIGIN).host, origin: ORIGIN, 'sec-fetch-site': 'same-origin', cookie: `__Host-sessione=${r.chi.token}`, 'content-type': 'application/json',
    'idempotency-key': r.key, ...(r.version === undefined ? {} : { 'if-match': `"${r.version}"` }),
  };
  request({ port, host: '127.0.0.1', method: 'POST', path: `/api/v1${r.path}`, headers }, response => {
    text(response).then(body => resolve({ status: response.statusCode ?? 0, body: JSON.parse(body) as unknown }), reject);
  }).once('error', reject).end(JSON.stringify(r.body));
  return promise;
}
