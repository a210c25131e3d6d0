import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { testWorld, type World } from '../app.js';
import { committedOpenApi } from '../documents/openapi.js';
import { whoMay } from './able.js';
import { buildCast, type Cast } from './cast.js';
import { faultOf } from './faults.js';
import { poolOf, versionNow } from './pool.js';
import { operationsOf, requestsOf, type FuzzRequest, type Operation } from './requests.js';
import type { Pool } from './values.js';

/** For each operation; more where one has the time for it. */
const CASES = Number(process.env['FUZZ_CASES'] ?? 50);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_123);
/** Only what never comes: the slowest answer, on a machine ten times slower, comes before. */
const HANGS_MS = 300_000;

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

/** What one operation made of all its requests. */
interface Outcome {
  readonly faults: string[];
  /** How many were not refused. */
  done: number;
  sent: number;
}

async function send(operation: Operation, request: FuzzRequest, token: string | null): Promise<{ status: number; fault: string | null }> {
  const version = request.upToDate ? await versionNow(world.db, operation.path, request.path) : null;
  const sending = world.app.inject({
    method: operation.method as 'GET',
    url: request.path,
    headers: {
      host: 'tavoli.test',
      origin: 'https://tavoli.test',
      'sec-fetch-site': 'same-origin',
      ...(token === null ? {} : { cookie: `__Host-sessione=${token}` }),
      ...request.headers,
      ...(version === null ? {} : { 'if-match': `"${version}"` }),
    },
    ...(request.payload === undefined ? {} : { payload: request.payload }),
  });
  const answer = await Promise.race([sending, sleep(HANGS_MS, null, { ref: false })]);
  if (answer === null) return { status: 0, fault: 'no answer' };
  return { status: answer.statusCode, fault: faultOf(answer.statusCode, String(answer.headers['content-type'] ?? ''), answer.payload) };
}

interface Stage {
  readonly cast: Cast;
  readonly pool: Pool;
}

let stage: Stage | null = null;

/** What an operation ends or deletes, the next finds again: one that only reads, or did nothing, leaves its stage to the next. */
async function fuzz(operation: Operation): Promise<Outcome> {
  const { cast, pool } = (stage ??= await aStage());
  const requests = requestsOf(
    operation,
    pool,
    Object.values(cast.secrets).filter(s => s !== undefined),
  );
  const able = whoMay(operation.permission, cast);
  const outcome: Outcome = { faults: [], done: 0, sent: 0 };
  for (const [i, request] of fc.sample(requests, { numRuns: CASES, seed: SEED }).entries()) {
    const { status, fault } = await send(operation, request, request.asPublic ? null : (able[i % able.length] ?? null));
    outcome.sent += 1;
    if (status > 0 && status < 400) outcome.done += 1;
    if (fault !== null)
      outcome.faults.push(
        `${operation.method} ${request.path.slice(0, 300)} ${JSON.stringify(request.headers).slice(0, 300)} ${request.payload?.slice(0, 300) ?? ''}: ${fault}`,
      );
  }
  if (operation.method !== 'GET' && outcome.done > 0) stage = null;
  return outcome;
}

async function aStage(): Promise<Stage> {
  const cast = await buildCast(world);
  return { cast, pool: await poolOf(world.db, cast) };
}

describe('B-1: every operation of the document, sent what it asks for and what nobody would send', () => {
  const outcomes = new Map<string, Outcome>();
  beforeAll(async () => {
    for (const operation of operationsOf(committedOpenApi() as never))
      outcomes.set(`${operation.method} ${operation.path}`, await fuzz(operation));
  });

  it('answers, never fails, and refuses with a problem of the list, in Italian, with nothing of the inside', () => {
    expect([...outcomes.values()].flatMap(o => o.faults).slice(0, 10)).toEqual([]);
    for (const [name, { sent }] of outcomes) expect([name, sent]).toEqual([name, CASES]);
  });

  it('does what it is asked often enough for the refusals to prove something', () => {
    const never = [...outcomes].filter(([, { done }]) => done === 0).map(([name]) => name);
    expect(outcomes.size).toBeGreaterThan(100);
    expect(never.length).toBeLessThan(outcomes.size / 3);
  });
});
