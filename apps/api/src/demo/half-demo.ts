import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../platform/database/open.js';

/** Whoever makes the demo, or looks whether it is whole, holds this lock; it vanishes with its process. */
const MAKING = 7_274_666;
const AGAIN_MS = 200;

/** Runs `work` while nobody else makes or discards a demo; another start may be at it, for as long as it takes. */
export async function alone<T>(db: DataSource, work: () => Promise<T>): Promise<T> {
  const holder = db.createQueryRunner();
  const has = async (sql: string): Promise<boolean> => ((await holder.query(sql, [MAKING])) as { ok: boolean }[])[0]?.ok ?? false;
  try {
    while (!(await has('SELECT pg_try_advisory_lock($1) AS ok'))) await sleep(AGAIN_MS);
    return await work();
  } finally {
    await has('SELECT pg_advisory_unlock($1) AS ok').catch(() => undefined); // lost with its connection
    await holder.release();
  }
}

/**
 * Empties the database of a demo whose making was interrupted, so that it begins anew: schema and all, as what migrations themselves put there must come
 * back too. To be called as the owner, before the migrations.
 */
export async function discardHalfDemo(ownerUrl: string): Promise<void> {
  const db = await openDatabase(ownerUrl, 'tavoli-dimostrazione');
  try {
    await alone(db, async () => {
      if (!(await isHalf(db))) return;
      await db.query('DROP SCHEMA IF EXISTS pgboss CASCADE').catch(() => undefined); // of the application's role: it holds only a plan
      await db.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    });
  } finally {
    await db.destroy();
  }
}

async function isHalf(db: DataSource): Promise<boolean> {
  const [known] = await db.query<{ yes: boolean }[]>(`SELECT to_regclass('public.dimostrazione') IS NOT NULL AS yes`);
  return known?.yes === true && (await db.query<unknown[]>('SELECT 1 FROM public.dimostrazione WHERE completata_at IS NULL')).length > 0;
}
