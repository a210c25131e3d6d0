import { createTestDatabase, type TestDatabase } from './database.js';
import { onServer } from './run-server.js';

const ask = async (url: string, sql: string): Promise<unknown> =>
  onServer(url, async client => Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0]);

const TABLES = `SELECT count(*)::int FROM information_schema.tables WHERE table_schema = 'public'`;

describe('A test database', () => {
  let databases: TestDatabase[] = [];
  const create = async (): Promise<TestDatabase> => {
    const database = await createTestDatabase();
    databases.push(database);
    return database;
  };
  afterEach(async () => {
    await Promise.all(databases.map(database => database.drop()));
    databases = [];
  });

  it('has the schema of today, in UTF-8, on PostgreSQL 15 or newer', async () => {
    const { url } = await create();
    expect(await ask(url, TABLES)).toBeGreaterThan(10);
    expect(await ask(url, 'SHOW server_encoding')).toBe('UTF8');
    expect(Number(await ask(url, 'SHOW server_version_num'))).toBeGreaterThanOrEqual(150_000);
  });

  it('shares nothing with another, not even when many are made at once', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, create));
    expect(new Set(made.map(database => database.url)).size).toBe(8);
    await Promise.all(made.map(({ url }, n) => onServer(url, client => client.query(`CREATE TABLE sola_qui AS SELECT ${n} AS n`))));
    expect(await Promise.all(made.map(({ url }) => ask(url, 'SELECT n FROM sola_qui')))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(await ask((await create()).url, `SELECT to_regclass('sola_qui')`)).toBeNull();
  });

  it('can be removed while somebody is still connected, and twice', async () => {
    const { url, drop } = await create();
    await onServer(url, async client => {
      await drop();
      await expect(client.query('SELECT 1')).rejects.toThrow(/connection|terminat/i);
    });
    await drop();
    await expect(ask(url, 'SELECT 1')).rejects.toThrow(/does not exist/);
  });
});
