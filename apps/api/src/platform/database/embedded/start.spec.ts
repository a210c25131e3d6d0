import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onServer } from '../../../../testing/run-server.js';
import { answers, clusterOf, postmasterOf, withDataDir } from '../../../../testing/embedded.js';
import { startEmbeddedPostgres } from './index.js';

const ask = async (url: string, sql: string): Promise<unknown> =>
  onServer(url, async client => Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0]);

describe('The embedded PostgreSQL', () => {
  it('makes its database at the first start and finds it again at the next ones', () =>
    withDataDir(async ({ start }) => {
      const first = await start();
      expect(first.firstStart).toBe(true);
      await ask(first.url, `CREATE TABLE tavolo AS SELECT 'Disabilità' AS nome`);
      await first.stop();

      const second = await start();
      expect(second.firstStart).toBe(false);
      expect(await ask(second.url, 'SELECT nome FROM tavolo')).toBe('Disabilità');
      await second.stop();
    }));

  it('is durable, checks its pages, and orders and capitalises in the same way everywhere', () =>
    withDataDir(async ({ start }) => {
      const { url, stop } = await start();
      const settings = ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums'];
      for (const name of settings) expect([name, await ask(url, `SHOW ${name}`)]).toEqual([name, 'on']);
      expect(await ask(url, 'SHOW server_encoding')).toBe('UTF8');
      expect(await ask(url, 'SELECT datlocprovider FROM pg_database WHERE datname = current_database()')).toBe('b');
      expect(await ask(url, `SELECT upper('équipe àèìòù')`)).toBe('ÉQUIPE ÀÈÌÒÙ');
      await stop();
    }));

  it('lets the application own its database and nothing else', () =>
    withDataDir(async ({ start }) => {
      const { url, adminUrl, stop } = await start();
      expect(await ask(url, 'SELECT rolsuper OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname = current_user')).toBe(false);
      expect(await ask(url, 'SELECT pg_has_role(datdba, $$USAGE$$) FROM pg_database WHERE datname = current_database()')).toBe(true);
      await expect(ask(url, `COPY (SELECT 1) TO PROGRAM 'true'`)).rejects.toThrow(/permission denied/);
      expect(await ask(adminUrl, 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user')).toBe(true);
      await stop();
    }));

  it('listens on the loopback only, and asks for a password that only its owner can read', () =>
    withDataDir(async ({ dataDir, start }) => {
      const { url, adminUrl, stop } = await start();
      expect(await ask(url, 'SHOW listen_addresses')).toBe('127.0.0.1');
      expect(await ask(adminUrl, 'SHOW unix_socket_directories')).toBe('');
      const wrong = new URL(url);
      wrong.password = 'indovinata';
      await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
      expect(await ask(adminUrl, 'SELECT string_agg(DISTINCT auth_method, $$,$$) FROM pg_hba_file_rules')).toBe('scram-sha-256');
      const file = join(dataDir, 'postgres/server/password');
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      expect(adminUrl).toContain(await readFile(file, 'utf8'));
      await stop();
    }));

  it('keeps what people wrote out of its log, also when a statement fails', () =>
    withDataDir(async ({ dataDir, start }) => {
      const { url, stop } = await start();
      await ask(url, `CREATE TABLE account AS SELECT 'rosa.inventata@esempio.it'::text AS email`);
      await ask(url, 'CREATE UNIQUE INDEX account_email ON account (email)');
      await expect(ask(url, `INSERT INTO account VALUES ('rosa.inventata@esempio.it')`)).rejects.toThrow(/duplicate key/);
      await stop();
      const log = await readFile(join(dataDir, 'postgres/server.log'), 'utf8');
      expect(log).toContain('duplicate key');
      expect(log).not.toContain('rosa.inventata');
    }));

  it('stops cleanly, twice as well as once, and leaves no lock behind', () =>
    withDataDir(async ({ dataDir, start }) => {
      const { stop } = await start();
      const { port } = await postmasterOf(dataDir);
      await Promise.all([stop(), stop()]);
      expect(await answers(port)).toBe(false);
      await expect(postmasterOf(dataDir)).rejects.toThrow(/No lock file/);
      expect(await readFile(join(dataDir, 'postgres/server.log'), 'utf8')).toContain('database system is shut down');
    }));

  it('says in one sentence what to do instead, when its data are of another version', () =>
    withDataDir(async ({ dataDir, start }) => {
      await (await start()).stop();
      await writeFile(join(clusterOf(dataDir), 'PG_VERSION'), '17\n');
      await expect(start()).rejects.toThrow(/incompatible with server[^]*Imposta DATABASE_URL/);
    }));

  it('says in one sentence what to do instead, when there is no place for its data', () =>
    withDataDir(async ({ dataDir }) => {
      const file = join(dataDir, 'un-file');
      await writeFile(file, '');
      await expect(startEmbeddedPostgres({ dataDir: file })).rejects.toThrow(/non può partire: .*un-file.* Imposta DATABASE_URL/);
    }));
});
