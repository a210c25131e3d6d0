import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { wideningOf } from '../http/network.js';
import { ProblemError } from '../problem/problem.error.js';

/** How often something may be tried: `free` times at once, then after waits that double. All times in seconds. */
export interface Limit {
  readonly name: string;
  readonly free: number;
  readonly firstWait: number;
  readonly longestWait: number;
  /** After so long without a try, counting starts anew. */
  readonly forgetAfter: number;
  /** What is said of too many of them; of tries, without it. */
  readonly detto?: string;
}

/** Each wider network (/56, /48) holds so many times what the one inside it may do: many people, but not without end. */
const WIDER = 4;

/**
 * Counts first and judges after, in one statement: of a hundred tries at the same moment no more than the free ones go through.
 * $2 free, $3 first wait, $4 longest wait, $5 forget after. No row when it is not yet time.
 */
const COUNT = `
  INSERT INTO tentativo AS t (chiave, falliti, ultimo_at) VALUES ($1, 1, now())
  ON CONFLICT (chiave) DO UPDATE SET
    ultimo_at = now(),
    falliti = CASE WHEN t.ultimo_at < now() - make_interval(secs => $5) THEN 1 ELSE t.falliti + 1 END,
    bloccato_fino = CASE WHEN t.ultimo_at < now() - make_interval(secs => $5) OR t.falliti + 1 < $2::int THEN NULL
      ELSE now() + make_interval(secs => least($4, $3 * 2.0 ^ least(t.falliti + 1 - $2::int, 30))) END
  WHERE t.bloccato_fino IS NULL OR t.bloccato_fino <= now()
  RETURNING falliti`;

/** Counts one try. @returns how many there were; null when it is not yet time: it was not counted */
export async function tryCount(db: EntityManager, limit: Limit, ...about: readonly string[]): Promise<number | null> {
  const { free, firstWait, longestWait, forgetAfter } = limit;
  const [row] = await db.query<{ falliti: number }[]>(COUNT, [keyOf(limit, ...about), free, firstWait, longestWait, forgetAfter]);
  return row?.falliti ?? null;
}

/** @returns how many there were. @throws ProblemError 429 `accesso.troppi_tentativi` with `Retry-After` */
export async function count(db: EntityManager, limit: Limit, ...about: readonly string[]): Promise<number> {
  const tries = await tryCount(db, limit, ...about);
  if (tries !== null) return tries;
  const [row] = await db.query<{ seconds: number }[]>(
    'SELECT ceil(extract(epoch FROM bloccato_fino - now()))::int AS seconds FROM tentativo WHERE chiave = $1',
    [keyOf(limit, ...about)],
  );
  throw tooMany(Math.max(row?.seconds ?? 1, 1), limit.detto);
}

/** The same for a network and for the wider ones that it stands in. @throws ProblemError 429 with `Retry-After` */
export async function countNetwork(db: EntityManager, limit: Limit, network: string, ...about: readonly string[]): Promise<void> {
  for (const [key, wider] of networkLimits(limit, network)) await count(db, wider, ...about, key);
}

/** Forgets what was counted of this. */
export async function forget(db: EntityManager, limit: Limit, ...about: readonly string[]): Promise<void> {
  await db.query('DELETE FROM tentativo WHERE chiave = $1', [keyOf(limit, ...about)]);
}

/** Takes back one count. */
export async function forgive(db: EntityManager, limit: Limit, ...about: readonly string[]): Promise<void> {
  await db.query('UPDATE tentativo SET falliti = greatest(falliti - 1, 0) WHERE chiave = $1', [keyOf(limit, ...about)]);
}

/** The limit of each network that `network` stands in, narrow to wide. */
export const networkLimits = (limit: Limit, network: string): (readonly [network: string, limit: Limit])[] =>
  wideningOf(network).map((wider, i) => [wider, { ...limit, free: limit.free * WIDER ** i }] as const);

/** Neither addresses nor networks are kept as such. */
function keyOf({ name }: Limit, ...about: readonly string[]): string {
  return `${name}:${createHash('sha256').update(about.join('\n')).digest('base64url')}`;
}

function tooMany(seconds: number, detto = 'Troppi tentativi.'): ProblemError {
  return new ProblemError('accesso.troppi_tentativi', {
    retryAfter: seconds,
    detail: `${detto} Riprova tra ${inWords(seconds)}.`,
  });
}

function inWords(seconds: number): string {
  const units = [
    ['ora', 'ore', 3600],
    ['minuto', 'minuti', 60],
    ['secondo', 'secondi', 1],
  ] as const;
  const [one, many, size] = units.find(([, , s]) => seconds >= s * 2 || s === 1) ?? units[2];
  const n = Math.ceil(seconds / size);
  return `${n} ${n === 1 ? one : many}`;
}
