import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

/** How many transactions the whole database of a test sees in `seconds`, whoever makes them. A spinning loop makes thousands, on any machine. */
export async function transactionsIn(db: DataSource, seconds: number): Promise<number> {
  const before = await transactions(db);
  await sleep(seconds * 1000);
  return (await transactions(db)) - before;
}

async function transactions(db: DataSource): Promise<number> {
  await db.query('SELECT pg_stat_clear_snapshot()');
  const [row] = await db.query<{ count: number }[]>(
    'SELECT (xact_commit + xact_rollback)::int AS count FROM pg_stat_database WHERE datname = current_database()',
  );
  return row?.count ?? 0;
}

/** How many statements `work` asks of the database through this process. What counts is given back also when `work` fails: the next file shares the process. */
export async function queriesOf(db: DataSource, work: () => Promise<unknown>): Promise<number> {
  let queries = 0;
  const runner = Object.getPrototypeOf(db.createQueryRunner()) as { query: (...args: unknown[]) => unknown };
  const original = runner.query;
  runner.query = function (this: unknown, ...args: unknown[]) {
    queries += 1;
    return original.apply(this, args);
  };
  try {
    await work();
  } finally {
    runner.query = original;
  }
  return queries;
}
