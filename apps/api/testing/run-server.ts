import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../src/platform/database/embedded/index.js';

/** What Jest's workers inherit: where to create databases (a role that may), and the prefix of the names that this run takes. */
export const SERVER_VARIABLE = 'TAVOLI_TEST_SERVER';
export const PREFIX_VARIABLE = 'TAVOLI_TEST_PREFIX';
/** A role that owns nothing, as the portal's is in production: its name and password. */
export const APPLICATION_VARIABLE = 'TAVOLI_TEST_APPLICATION';

/** The server of one test run: `TEST_DATABASE_URL` or `DATABASE_URL` where set (PostgreSQL >= 15), else an embedded one of its own. */
export async function startRunServer(): Promise<() => Promise<void>> {
  const prefix = `tavoli_test_${randomBytes(4).toString('hex')}_`;
  const given = process.env['TEST_DATABASE_URL'] || process.env['DATABASE_URL'];
  const server = given
    ? { url: given, application: await makeApplication(given, prefix), stop: () => dropDatabases(given, prefix) }
    : await startOwnServer();
  process.env[APPLICATION_VARIABLE] = server.application;
  process.env[SERVER_VARIABLE] = server.url;
  process.env[PREFIX_VARIABLE] = prefix;
  return server.stop;
}

/** On a server that was given: a role of this run. */
async function makeApplication(server: string, prefix: string): Promise<string> {
  const [name, password] = [`${prefix}portale`, randomBytes(16).toString('hex')];
  await onServer(server, client => client.query(`CREATE ROLE ${name} LOGIN PASSWORD '${password}'`));
  return `${name}:${password}`;
}

async function startOwnServer(): Promise<{ url: string; application: string; stop: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tavoli-test-'));
  await chmod(dataDir, 0o711); // as root the server runs as another account, which must pass
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  await cleanUpWhenKilled(dataDir);
  await onServer(server.adminUrl, client => client.query('ALTER ROLE tavoli CREATEDB'));
  const stop = async (): Promise<void> => {
    await server.stop();
    await removeEmbeddedPostgres(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  };
  const { username, password } = new URL(server.applicationUrl);
  return { url: server.url, application: `${username}:${password}`, stop };
}

/** An interrupted run (Ctrl-C, kill -9, a CI that loses patience) tears nothing down: a small program that outlives it does. */
async function cleanUpWhenKilled(dataDir: string): Promise<void> {
  const args = [join(import.meta.dirname, 'reaper.mjs'), await realpath(join(dataDir, 'postgres')), dataDir];
  const reaper = spawn(process.execPath, args, { stdio: ['pipe', 'ignore', 'ignore'], detached: true, windowsHide: true });
  reaper.unref();
  (reaper.stdin as unknown as { unref(): void }).unref();
}

async function dropDatabases(server: string, prefix: string): Promise<void> {
  await onServer(server, async client => {
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [prefix]);
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
    await client.query(`DROP ROLE IF EXISTS ${prefix}portale`);
  });
}

/** Lends a connection to the server. */
export async function onServer<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // the query in course rejects; a lost idle connection harms nobody
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
