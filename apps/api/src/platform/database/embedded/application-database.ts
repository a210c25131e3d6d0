import type pg from 'pg';
import { ADMINISTRATOR } from './cluster.js';
import { applicationPassword, scramVerifier } from './secret.js';

/** Role and database of the application. The role owns its database and nothing else: like the one a production server gives. */
const APPLICATION = 'tavoli';

/** One start at a time looks and creates. */
const CREATING = 7_274_663;

/** Creates role and database where missing. @returns whether the database is new. */
export async function ensureApplicationDatabase(session: pg.Client, secret: string): Promise<boolean> {
  await session.query('SELECT pg_advisory_lock($1)', [CREATING]);
  try {
    const role = await session.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APPLICATION]);
    if (!role.rowCount)
      await session.query(`CREATE ROLE ${APPLICATION} LOGIN PASSWORD '${scramVerifier(applicationPassword(secret))}'`);
    const database = await session.query('SELECT 1 FROM pg_database WHERE datname = $1', [APPLICATION]);
    if (!database.rowCount) await session.query(`CREATE DATABASE ${APPLICATION} OWNER ${APPLICATION}`);
    return !database.rowCount;
  } finally {
    await session.query('SELECT pg_advisory_unlock($1)', [CREATING]);
  }
}

export interface Addresses {
  /** For the application. */
  readonly url: string;
  /** The superuser's: to create databases and roles. */
  readonly adminUrl: string;
}

export function addresses(secret: string, port: number): Addresses {
  const at = (user: string, password: string): string => `postgresql://${user}:${password}@127.0.0.1:${port}/${user}`;
  return { url: at(APPLICATION, applicationPassword(secret)), adminUrl: at(ADMINISTRATOR, secret) };
}
