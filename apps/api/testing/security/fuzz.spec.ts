import fc from 'fast-check';
import { PROBLEMS, type Problem } from '@tavoli/shared';
import { testWorld, type World } from '../app.js';
import { openapiOf } from '../documents/openapi.js';
import { buildCast, type Cast } from './cast.js';
import { operationsOf, requestsOf, type FuzzRequest, type Operation } from './requests.js';

/** For each operation. */
const CASES = 50;
const SEED = 20_261_123;

let world: World;
let cast: Cast;
let operations: Operation[];
beforeAll(async () => {
  world = await testWorld();
  cast = await buildCast(world);
  operations = operationsOf(openapiOf(world.app) as never);
}, 60_000);
afterAll(() => world.close());

/** The library's own words for what it refuses. */
const ENGLISH = /\b(Invalid|expected|Expected|Unrecognized|Required|Too (small|big)|must be|Cannot|Unexpected)\b/;
const INSIDE = /at .+\.(ts|js):\d|node_modules|SELECT |INSERT |UPDATE |QueryFailed|TypeError|syntax error|violates/;

/** What is wrong with an answer; null: nothing. */
function faultOf(status: number, contentType: string, text: string): string | null {
  if (status >= 500) return `status ${status}`;
  if (status < 400) return null;
  if (!contentType.startsWith('application/problem+json')) return `content type ${contentType}`;
  const problem = JSON.parse(text) as Problem;
  if (!(problem.code in PROBLEMS) || problem.status !== status || PROBLEMS[problem.code][0] !== status) return `code ${problem.code} with ${status}`;
  if (INSIDE.test(text)) return `tells of the inside: ${text.slice(0, 300)}`;
  const english = problem.errors?.find(e => ENGLISH.test(e.message));
  return english === undefined ? null : `English: ${english.message}`;
}

async function send(who: string | null, operation: Operation, { path, body, headers }: FuzzRequest): Promise<string | null> {
  const hasBody = operation.method !== 'GET' && operation.method !== 'DELETE';
  const payload = hasBody ? (JSON.stringify(body) ?? 'null') : undefined;
  const answer = await world.app.inject({
    method: operation.method as 'GET',
    url: path,
    headers: { host: 'tavoli.test', origin: 'https://tavoli.test', 'sec-fetch-site': 'same-origin', ...(hasBody ? { 'content-type': 'application/json' } : {}), ...(who === null ? {} : { cookie: `__Host-sessione=${who}` }), ...headers },
    ...(payload === undefined ? {} : { payload }),
  });
  return faultOf(answer.statusCode, String(answer.headers['content-type'] ?? ''), answer.payload);
}

it('B-1: no operation, whatever it is sent, fails or says more than it should', async () => {
  const things = Object.fromEntries(Object.entries(cast.things).map(([kind, list]) => [kind, list.map(t => t.id)]));
  const tokens = [cast.people.coordinatore?.token, cast.people.operatore?.token, cast.people.amministratore?.token].filter(t => t !== undefined);
  const faults: string[] = [];
  let sent = 0;
  for (const operation of operations) {
    if (operation.method === 'DELETE' && operation.path.endsWith('/sessione')) continue; // it would sign the actors out: B-10 asks it of everyone
    for (const [i, request] of fc.sample(requestsOf(operation, things), { numRuns: CASES, seed: SEED }).entries()) {
      const who = i % 5 === 4 ? null : (tokens[i % tokens.length] ?? null);
      const fault = await send(who, operation, request);
      sent += 1;
      if (fault !== null) faults.push(`${operation.method} ${request.path.slice(0, 200)} ${JSON.stringify(request.body)?.slice(0, 200) ?? ''}: ${fault}`);
    }
  }
  expect(faults.slice(0, 10)).toEqual([]);
  expect(sent).toBeGreaterThan(operations.length * (CASES - 1));
}, 240_000);
