import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { ORIGIN, type World } from '../app.js';
import type { Persona } from '../scenario.js';

/** Where a command may die: before its mails are written, before its act is, before it commits, and before it answers. */
const FAULT_POINTS = ['command.before-outbox', 'command.before-registro', 'command.before-commit', 'command.after-commit'] as const;
/** Or right after its answer has arrived: from then on somebody relies on it. */
export const MOMENTS = [...FAULT_POINTS, 'answered'] as const;
export type Moment = (typeof MOMENTS)[number];

/** What the caller got before the process ended, and how it ended. */
export interface Death {
  readonly signal: NodeJS.Signals | null;
  /** Null: the connection was cut before there was an answer. */
  readonly answer: Answered | null;
}

/** One request, as the site's own pages make it. */
export interface Request {
  readonly chi: Persona;
  readonly path: string;
  readonly body: object;
  readonly version?: number;
  readonly key: string;
}

/** A copy of the product in a process of its own. */
export interface Portal {
  readonly port: number;
  /** How it ended. */
  readonly ended: Promise<NodeJS.Signals | null>;
  /** kill -9 */
  kill(): void;
}

/** Starts a copy of the product on this database; with `faultPoint`, it dies (kill -9) when so many commands have come there. */
export async function startPortal(
  url: string,
  { faultPoint = '', arrivals = 1, overrides = {} }: { faultPoint?: string; arrivals?: number; overrides?: Record<string, string> } = {},
): Promise<Portal> {
  const args = [
    '--import',
    join(import.meta.dirname, '../nest-hooks.mjs'),
    join(import.meta.dirname, 'portal-host.ts'),
    url,
    JSON.stringify(overrides),
  ];
  const env = { ...process.env, NODE_ENV: 'test', FAULT_POINT: faultPoint, FAULT_ARRIVALS: String(arrivals), NODE_OPTIONS: '' };
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env });
  const ended = once(child, 'close').then(([, signal]) => signal as NodeJS.Signals | null);
  const [port] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { port: Number(port), ended, kill: () => child.kill('SIGKILL') };
}

/**
 * Sends requests, all at once, to one copy of the product, which dies (kill -9) when each has come to this moment of its command. Starting
 * a copy for each would cost as many starts.
 * @throws Error when one is answered before its moment: the others would wait for it for ever
 */
export async function sendAndDie(world: World, moment: Moment, requests: readonly Request[]): Promise<Death[]> {
  const overrides = { DATABASE_POOL: String(requests.length + 5) };
  const faultPoint = moment === 'answered' ? '' : moment;
  const portal = await startPortal(world.url, { faultPoint, arrivals: requests.length, overrides });
  const answers = await Promise.all(
    requests.map(async r => {
      const answer = await askAs(portal, r);
      if (answer === null || moment === 'answered') return answer;
      portal.kill();
      throw new Error(`${r.path} was answered before its moment: ${JSON.stringify(answer)}`);
    }),
  ).finally(() => portal.kill());
  const signal = await portal.ended;
  return answers.map(answer => ({ signal, answer }));
}

/** Null: the connection was cut. */
const askAs = (portal: Portal, r: Request): Promise<Answered | null> =>
  post(portal.port, r.path, JSON.stringify(r.body), {
    cookie: `__Host-sessione=${r.chi.token}`,
    'content-type': 'application/json',
    'idempotency-key': r.key,
    ...(r.version === undefined ? {} : { 'if-match': `"${r.version}"` }),
  }).catch(() => null);

export interface Answered {
  readonly status: number;
  readonly body: unknown;
  /** Seconds, where the answer says when to come back. */
  readonly retryAfter: string | undefined;
}

/** A POST as the site's own pages make it. Rejects when the connection is cut. */
export const post = (port: number, path: string, body: string | Buffer, headers: Record<string, string>): Promise<Answered> =>
  ask(port, 'POST', path, headers, body);

/** A request as the site's own pages make it. Rejects when the connection is cut. */
export function ask(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string | Buffer,
): Promise<Answered> {
  const { promise, resolve, reject } = Promise.withResolvers<Answered>();
  const ours = { host: new URL(ORIGIN).host, origin: ORIGIN, 'sec-fetch-site': 'same-origin', ...headers };
  request({ port, host: '127.0.0.1', method, path: `/api/v1${path}`, headers: ours, agent: false }, response => {
    text(response).then(
      answer =>
        resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'], body: JSON.parse(answer) as unknown }),
      reject,
    );
  })
    .once('error', reject)
    .end(body);
  return promise;
}
