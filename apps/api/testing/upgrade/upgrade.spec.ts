import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrationNames, runMigrations } from '../../src/platform/database/migrate.js';
import { verify } from '../../src/cli/verify.js';
import { builtSite } from '../../src/platform/ssr/site.js';
import { createEmptyDatabase } from '../database.js';
import { listeningPortal } from '../portal.js';
import { onServer } from '../run-server.js';
import { readDump, restoreDump } from './restore.js';

/** Every release whose data are kept here. */
const releases = (await readdir(import.meta.dirname)).filter(name => name.endsWith('.json.gz')).map(name => name.slice(0, 4));

/** Tables of which a migration may take rows away, each with the reason: what they held stands elsewhere since. */
const MOVED: Readonly<Record<string, string>> = {};

const count = (url: string, table: string): Promise<number> =>
  onServer(url, async client => Number((await client.query<{ n: string }>(`SELECT count(*) AS n FROM "${table}"`)).rows[0]?.n));

/** Made when somebody asks, of what is so at that moment: no file of the release before, whose words may change. */
const DAL_VIVO = /\/tavoli\/[^/]+\/rappresentanti\.pdf$/;

describe.each(releases)('E-4: the data of release %s', release => {
  let url: string;
  let dataDir: string;
  let drop: () => Promise<void>;
  let dump: Awaited<ReturnType<typeof readDump>>;
  beforeAll(async () => {
    dump = await readDump(release);
    ({ url, drop } = await createEmptyDatabase());
    dataDir = await mkdtemp(join(tmpdir(), 'tavoli-upgrade-'));
    await restoreDump(url, dataDir, dump);
    await runMigrations(url);
  });
  afterAll(async () => {
    await drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('reach the current schema, and no row is lost', async () => {
    const applied = await onServer(url, async client =>
      (await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY id')).rows.map(r => r.name),
    );
    expect(applied).toEqual(migrationNames());
    const lost: string[] = [];
    for (const [table, rows] of Object.entries(dump.tables))
      if (!(table in MOVED) && (await count(url, table)) < rows.length) lost.push(table);
    expect(lost).toEqual([]);
  });

  it('have a register and files that hold', async () => {
    expect(await verify({ NODE_ENV: 'test', DATABASE_URL: url, DATA_DIR: dataDir, LOG_LEVEL: 'silent' }, [])).toBe(0);
  });

  it('are served: every address that the public could reach answers, and every file with its bytes', async () => {
    const portal = await listeningPortal(url, { site: builtSite(), overrides: { DATA_DIR: dataDir } });
    const wrong: string[] = [];
    for (const { path, sha256 } of dump.addresses) {
      const { status, body } = await portal.ask(path);
      if (status !== 200) wrong.push(`${path}: ${status}`);
      else if (sha256 !== null && !DAL_VIVO.test(path) && createHash('sha256').update(body).digest('hex') !== sha256)
        wrong.push(`${path}: other bytes`);
    }
    await portal.close();
    expect(dump.addresses.length).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });
});
