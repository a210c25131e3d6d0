import type { Client } from '../pg.js';
import { ADMINISTRATOR } from './cluster.js';
import { passwordOf, scramVerifier } from './secret.js';

/** The database, and the role that owns it and nothing else: it migrates. */
const OWNER = 'tavoli';
/** The role of the application, which owns nothing: what it may do is granted with the migrations. */
const APPLICATION = 'tavoli_portale';

/** One start at a time looks and creates. */
const CREATING = 7_274_663;

/** Creates roles and database where missing. @returns whether the database is new. */
export async function ensureApplicationDatabase(session: Client, secret: string): Promise<boolean> {
  await session.query('SELECT pg_advisory_lock($1)', [CREATING]);
  try {
    for (const name of [OWNER, APPLICATION]) {
      const role = await session.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
      if (!role.rowCount) await session.query(`CREATE ROLE ${name} LOGIN PASSWORD '${scramVerifier(passwordOf(secret, name))}'`);
    }
    const database = await session.query('SELECT 1 FROM pg_database WHERE datname = $1', [OWNER]);
    if (!database.rowCount) await session.query(`CREATE DATABASE ${OWNER} OWNER ${OWNER}`);
    return !database.rowCount;
  } finally {
    await session.query('SELECT pg_advisory_unlock($1)', [CREATING]);
  }
}

export interface Addresses {
  /** The owner's of the database: to migrate it. */
  readonly url: string;
  /** For the application. */
  readonly applicationUrl: string;
  /** The superuser's: to create databases and roles. */
  readonly adminUrl: string;
}

export function addresses(secret: string, port: number): Addresses {
  const at = (user: string, password: string, database = user): string => `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
  return {
    url: at(OWNER, passwordOf(secret, OWNER)),
    applicationUrl: at(APPLICATION, passwordOf(secret, APPLICATION), OWNER),
    adminUrl: at(ADMINISTRATOR, secret),
  };
}
