import type { EntityManager } from 'typeorm';
import { ProblemError } from '../problem/problem.error.js';
import type { RequestContext } from './context.js';

/** Stands for the account of who has none. */
export const NESSUNO = '00000000-0000-0000-0000-000000000000';
const TRY_LOCK = `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 7274665)) AS free`;
const STORED = 'SELECT impronta, corpo FROM idempotenza WHERE account_id = $1 AND rotta = $2 AND chiave = $3';
const STORE = 'INSERT INTO idempotenza (account_id, rotta, chiave, impronta, stato, corpo) VALUES ($1, $2, $3, $4, $5, $6)';

/**
 * The Idempotency-Key of the request (draft-ietf-httpapi-idempotency-key-header), kept in the same transaction as its effect,
 * per account and route (who has no account is told apart by the key alone, which only they know): a key seen before gets the stored answer, the same key under way is 409, with another body 422.
 */
export async function replayOrRun<T>(db: EntityManager, ctx: RequestContext, work: () => Promise<T>): Promise<T> {
  if (ctx.idempotency === null) return work();
  const { rotta, chiave, impronta, status } = ctx.idempotency;
  const scope = [ctx.actor.id ?? NESSUNO, rotta, chiave];
  const [lock] = await db.query<{ free: boolean }[]>(TRY_LOCK, [scope.join('\n')]);
  if (!lock?.free) throw new ProblemError('idempotenza.in_corso', { retryAfter: 1 });
  const [stored] = await db.query<{ impronta: Buffer; corpo: T }[]>(STORED, scope);
  if (stored) {
    if (!stored.impronta.equals(impronta)) throw new ProblemError('idempotenza.altra_richiesta');
    return stored.corpo;
  }
  const result = await work();
  await db.query(STORE, [...scope, impronta, status, JSON.stringify(result)]);
  return result;
}
