import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../src/platform/database/migrate.js';
import { onServer } from '../run-server.js';
import type { Dump } from './dump.js';

/** The dump of the release whose last migration has this number, as `0016`. */
export async function readDump(release: string): Promise<Dump> {
  return JSON.parse(gunzipSync(await readFile(join(import.meta.dirname, `${release}.json.gz`))).toString()) as Dump;
}

/** Makes of an empty database and folder what that installation was: its schema, by the migrations it had, its rows and its files. */
export async function restoreDump(url: string, dataDir: string, dump: Dump): Promise<void> {
  const migrations = MIGRATIONS.filter(Migration => dump.migrations.includes(new Migration().name));
  const source = await new DataSource({ type: 'postgres', url, migrations, migrationsTransactionMode: 'each' }).initialize();
  await source.runMigrations();
  await source.destroy();
  await onServer(url, client => load(client, dump));
  for (const [path, base64] of Object.entries(dump.files)) {
    await mkdir(dirname(join(dataDir, path)), { recursive: true });
    await writeFile(join(dataDir, path), Buffer.from(base64, 'base64'), { mode: 0o600 });
  }
}

const FOREIGN_KEYS = `SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
  WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0 ORDER BY 1, 2`;

/** Rows refer to one another in every order, and triggers have run already: foreign keys and triggers come back when all rows are there. */
async function load(client: pg.Client, { tables }: Dump): Promise<void> {
  await client.query('BEGIN');
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(FOREIGN_KEYS);
  for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const [table, rows] of Object.entries(tables)) {
    if (rows.length === 0) continue;
    await client.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    await client.query(`DELETE FROM "${table}"`); // what the migrations put there themselves
    const columns = await writable(client, table);
    await client.query(
      `INSERT INTO "${table}" (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1)`,
      [JSON.stringify(rows)],
    );
    await client.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
  }
  for (const { table, name, definition } of keys) await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  await setSequences(client);
  await client.query('COMMIT');
}

async function writable(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(attname) AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [`"${table}"`],
  );
  return rows.map(r => r.name).join(', ');
}

async function setSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ sequence: string; table: string; column: string }>(
    `SELECT d.objid::regclass::text AS sequence, d.refobjid::regclass::text AS "table", quote_ident(a.attname) AS "column" FROM pg_depend d
       JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S' JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
     WHERE d.deptype IN ('a', 'i') AND s.relnamespace = 'public'::regnamespace`,
  );
  for (const { sequence, table, column } of rows)
    await client.query(`SELECT setval('${sequence}', coalesce((SELECT max(${column}) FROM ${table}), 0) + 1, false)`);
}
