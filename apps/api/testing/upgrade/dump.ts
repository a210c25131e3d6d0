import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Address } from './crawl.js';

/** Everything that an installation held when a release was made, as it stands in `<last migration>.json.gz`. */
export interface Dump {
  /** Names of the migrations it had applied. */
  readonly migrations: readonly string[];
  /** Rows by table, each as PostgreSQL writes it in JSON. */
  readonly tables: Readonly<Record<string, readonly object[]>>;
  /** Files of the data folder by their path in it, in base64. */
  readonly files: Readonly<Record<string, string>>;
  /** What a visitor could reach. */
  readonly addresses: readonly Address[];
}

const TABLES = `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`;

/** Takes it from a database and a data folder at rest. Sessions stay behind: they are of a moment. */
export async function takeDump(client: pg.Client, dataDir: string): Promise<Omit<Dump, 'addresses'>> {
  const { rows } = await client.query<{ name: string }>(TABLES);
  const tables: Record<string, object[]> = {};
  for (const { name } of rows) {
    if (name === 'migrations') continue;
    const { rows: found } = await client.query<{ row: object }>(`SELECT to_jsonb(t) AS row FROM "${name}" t`);
    tables[name] = found.map(r => r.row);
  }
  const applied = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
  return { migrations: applied.rows.map(r => r.name), tables, files: await filesIn(dataDir, ['files', 'chiavi']) };
}

async function filesIn(dataDir: string, folders: readonly string[]): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const folder of folders)
    for (const entry of await readdir(join(dataDir, folder), { recursive: true, withFileTypes: true }))
      if (entry.isFile()) {
        const path = join(entry.parentPath, entry.name);
        files[path.slice(dataDir.length + 1)] = (await readFile(path)).toString('base64');
      }
  return files;
}
