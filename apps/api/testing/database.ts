import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { APPLICATION_VARIABLE, onServer, PREFIX_VARIABLE, SERVER_VARIABLE } from './run-server.js';

export interface TestDatabase {
  /** Of a role that owns the database and is no superuser, as in production. */
  readonly url: string;
  /** Removes it, ending the sessions that are still open on it. */
  drop(): Promise<void>;
}

/** Workers take turns at making the template. */
const MAKING_TEMPLATE = 7_274_662;

let template: Promise<string> | undefined;

/** A database of one's own, with today's schema and no rows: a copy of a template that is migrated once for the whole run. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = required(SERVER_VARIABLE);
  const name = `${required(PREFIX_VARIABLE)}${randomBytes(8).toString('hex')}`;
  const source = await (template ??= ensureTemplate(server));
  await onServer(server, client => client.query(`CREATE DATABASE ${name} TEMPLATE ${source}`));
  const drop = async (): Promise<void> => {
    await onServer(server, client => dropOnceQuiet(client, name));
  };
  return { url: urlOf(server, name), drop };
}

/** The same with nothing in it, not even a schema: for what an older release left. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const server = required(SERVER_VARIABLE);
  const name = `${required(PREFIX_VARIABLE)}${randomBytes(8).toString('hex')}`;
  await onServer(server, client => client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`));
  return { url: urlOf(server, name), drop: () => onServer(server, client => dropOnceQuiet(client, name)) };
}

/** The server's own autovacuum, which a plain role may not end, may be at work on it: it is done in a moment. */
async function dropOnceQuiet(client: pg.Client, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== '42501' || tries >= 20) throw error;
      await sleep(250);
    }
  }
}

function ensureTemplate(server: string): Promise<string> {
  const name = `${required(PREFIX_VARIABLE)}template`;
  return onServer(server, async client => {
    await client.query('SELECT pg_advisory_lock($1)', [MAKING_TEMPLATE]); // until this connection ends
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!found.rowCount) await makeTemplate(client, server, name);
    return name;
  });
}

/** Takes its name last: a template that exists is whole. */
async function makeTemplate(client: pg.Client, server: string, name: string): Promise<void> {
  const draft = `${name}_draft`;
  await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${draft} TEMPLATE template0 ENCODING 'UTF8'`);
  const { runMigrations } = await import('../src/platform/database/migrate.js');
  await runMigrations(urlOf(server, draft));
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/** The same database as the role that owns nothing sees it. */
export function asApplication(url: string): string {
  const [username = '', password = ''] = required(APPLICATION_VARIABLE).split(':');
  return Object.assign(new URL(url), { username, password }).href;
}

function required(variable: string): string {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} is missing: run the tests through Jest, whose global setup starts the server.`);
  return value;
}
