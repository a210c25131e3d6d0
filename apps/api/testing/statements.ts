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
