import type { EntityManager } from 'typeorm';
import { laneOf } from '../http/asking.js';
import type { RequestContext } from '../commands/context.js';
import { count, countNetwork, type Limit } from './counter.js';

const HOUR = 3600;
const DETTO = 'Sono arrivati molti file in poco tempo.';
/** Files that one network sends, whoever sends them. */
const NETWORK: Limit = { name: 'allegato-rete', free: 60, firstWait: 10, longestWait: HOUR / 4, forgetAfter: HOUR, detto: DETTO };
/** Files of one account, and of one thing: what is put in the place of another is kept for some days. */
const ACCOUNT: Limit = { name: 'allegato-account', free: 30, firstWait: 60, longestWait: HOUR, forgetAfter: 12 * HOUR, detto: DETTO };
const THING: Limit = { name: 'allegato-cosa', free: 20, firstWait: 60, longestWait: HOUR, forgetAfter: 12 * HOUR, detto: DETTO };

/** Requests whose file was counted, or is of an office. */
const counted = new WeakSet<object>();

/**
 * The one bound of files that people without an office may send, counted before any byte is read: of their network, their account, and the thing that the
 * file is for. Whoever works for an office sends what they need.
 * @param thing what alone its own people send files for; null where everybody does: nobody uses up the files of the others
 * @throws ProblemError 429 `accesso.troppi_tentativi` with `Retry-After`
 */
export async function countUpload(db: EntityManager, ctx: RequestContext, request: object, thing: string | null): Promise<void> {
  if (laneOf(ctx.actor) !== 'ufficio') {
    await countNetwork(db, NETWORK, ctx.network);
    if (ctx.actor.id !== null) await count(db, ACCOUNT, ctx.actor.id);
    if (thing !== null) await count(db, THING, thing);
  }
  counted.add(request);
}

/** @throws Error where a handler takes a file and does not declare it: nothing would bound it */
export function demandCounted(request: object): void {
  if (!counted.has(request)) throw new Error('A file is taken by a handler that does not declare @Uploads(…).');
}
