import type { EntityManager } from 'typeorm';

/** A column that holds files by their fingerprint. */
export interface BlobUse {
  readonly table: string;
  readonly column: string;
}

/** Every foreign key to the kept files, as the database itself knows them: no list of ours, so none can be forgotten. */
export async function blobUses(db: Pick<EntityManager, 'query'>): Promise<BlobUse[]> {
  return db.query<BlobUse[]>(
    `SELECT c.conrelid::regclass::text AS "table", quote_ident(a.attname) AS "column" FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     WHERE c.contype = 'f' AND c.confrelid = 'file_custodito'::regclass ORDER BY 1, 2`,
  );
}

/** Every column called `attesa`: it names what a stranger uploaded and has not yet sent (`WaitingRoom`). */
export async function waitingUses(db: Pick<EntityManager, 'query'>): Promise<BlobUse[]> {
  return db.query<BlobUse[]>(
    `SELECT quote_ident(table_name) AS "table", column_name AS "column" FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'attesa' AND data_type = 'uuid' ORDER BY 1`,
  );
}

/** SQL: whether anything names the fingerprint `sha256` (an expression). */
export const named = (uses: readonly BlobUse[], sha256: string): string =>
  uses.length === 0 ? 'false' : `(${uses.map(u => `EXISTS (SELECT 1 FROM ${u.table} WHERE ${u.column} = ${sha256})`).join(' OR ')})`;

/** Which tables name it. */
export async function usersOf(db: Pick<EntityManager, 'query'>, uses: readonly BlobUse[], sha256: string): Promise<string[]> {
  const sql = uses.map(u => `SELECT '${u.table}' AS t WHERE EXISTS (SELECT 1 FROM ${u.table} WHERE ${u.column} = $1)`).join(' UNION ');
  return sql === '' ? [] : (await db.query<{ t: string }[]>(`${sql} ORDER BY 1`, [sha256])).map(row => row.t);
}
