import type { DataSource, EntityManager } from 'typeorm';
import { isUnavailable } from '../database/unavailable.js';

/** What work by the clock takes up at once: enough to be quick, few enough to hold no lock for long. Every `LIMIT` of a job is this one (a test reads them). */
export const BATCH = 200;

/** Repeats `batch`, which takes up at most `BATCH` things and tells how many, until there is none left. @returns how many in all */
export async function untilNone(batch: () => Promise<number>): Promise<number> {
  for (let total = 0; ;) {
    const done = await batch();
    total += done;
    if (done < BATCH) return total;
  }
}

/**
 * Does `work` for every row, page after page: `page` gets the last row before it, null at first, and gives the next `BATCH` in the order of a key.
 * One row that fails keeps none of the others waiting: it is told of at the end, and found again at the next run.
 * @returns the sum of what `work` returned. @throws the first failure, after all rows; at once when the database is away
 */
export async function forEachRow<Row>(page: (after: Row | null) => Promise<Row[]>, work: (row: Row) => Promise<number>): Promise<number> {
  const failures: unknown[] = [];
  let total = 0;
  let last: Row | null = null;
  await untilNone(async () => {
    const rows = await page(last);
    for (const row of rows) total += await work(row).catch((error: unknown) => failed(failures, error));
    last = rows.at(-1) ?? null;
    return rows.length;
  });
  if (failures.length > 0) throw failures[0];
  return total;
}

function failed(failures: unknown[], error: unknown): number {
  if (isUnavailable(error)) throw error;
  failures.push(error);
  return 0;
}

type Db = Pick<DataSource | EntityManager, 'query'>;
const some = (table: string, where: string): string =>
  `ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE ${where} LIMIT ${BATCH} FOR UPDATE SKIP LOCKED))`;
const repeated = (db: Db, sql: string, args: unknown[]): Promise<number> =>
  untilNone(async () => (await db.query<[unknown, number]>(sql, args))[1]);

/** Deletes the rows of `table` for which `where` holds. @returns how many */
export const deleteInBatches = (db: Db, table: string, where: string, args: unknown[] = []): Promise<number> =>
  repeated(db, `DELETE FROM ${table} WHERE ${some(table, where)}`, args);

/** Changes them, so that `where` holds for them no more. @returns how many */
export const updateInBatches = (db: Db, table: string, set: string, where: string, args: unknown[] = []): Promise<number> =>
  repeated(db, `UPDATE ${table} SET ${set} WHERE ${some(table, where)}`, args);
