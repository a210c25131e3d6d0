import type { DataSource, EntityManager } from 'typeorm';
import { fra } from './fra.js';
import { openDatabase } from './open.js';
import { scramVerifier } from './embedded/secret.js';

/** Kinds of relations, as PostgreSQL calls them. */
const RELAZIONI = ['r', 'p', 'v', 'm'];

type Db = Pick<DataSource | EntityManager, 'query'>;
interface Table {
  readonly name: string;
  readonly comment: string | null;
}

const USUAL = 'SELECT, INSERT, UPDATE, DELETE';
const DECLARED = /^permessi: ((?:SELECT|INSERT|UPDATE|DELETE)(?:, (?:SELECT|INSERT|UPDATE|DELETE))*)$/;

/** What the application may do with a table: what its comment declares, else read and write. Never more. */
export const permessi = (comment: string | null): string => DECLARED.exec(comment ?? '')?.[1] ?? USUAL;

const TABLES = `SELECT quote_ident(relname) AS name, obj_description(oid, 'pg_class') AS comment FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ${fra(RELAZIONI)} ORDER BY relname`;
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Gives the role of the application (that of `applicationUrl`) what it needs and takes the rest away: it owns nothing of the schema `public`, and may not
 * change the register. Makes the role where the owner of the database may. To be called as that owner, after the migrations.
 * @throws Error in Italian when there is no such role and it cannot be made
 */
export async function grantApplication(owner: DataSource, applicationUrl: string): Promise<void> {
  const { username, password } = new URL(applicationUrl);
  const [role, secret] = [decodeURIComponent(username), decodeURIComponent(password)];
  if (role === '' && applicationUrl !== (owner.options as { url?: string }).url)
    throw new Error(
      'DATABASE_URL non dice con quale ruolo si collega il portale: indicalo, come in postgres://ruolo:password@host/database.',
    );
  const [me] = await owner.query<{ same: boolean; makes: boolean; database: string }[]>(
    'SELECT current_user = $1 AS same, rolcreaterole OR rolsuper AS makes, current_database() AS database FROM pg_roles WHERE rolname = current_user',
    [role],
  );
  if (role === '' || me === undefined || me.same) return;
  const known = (await owner.query<unknown[]>('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])).length > 0;
  if (!known && !me.makes)
    throw new Error(`nel database manca il ruolo «${role}» di DATABASE_URL: crealo con CREATE ROLE ${quoted(role)} LOGIN PASSWORD '…'.`);
  await owner.transaction(async db => {
    if (!known) await db.query(`CREATE ROLE ${quoted(role)} LOGIN${secret === '' ? '' : ` PASSWORD '${scramVerifier(secret)}'`}`);
    await db.query(`GRANT CONNECT, CREATE, TEMPORARY ON DATABASE ${quoted(me.database)} TO ${quoted(role)}`);
    await db.query(`GRANT USAGE ON SCHEMA public TO ${quoted(role)}`);
    for (const table of await db.query<Table[]>(TABLES))
      await db.query(
        `REVOKE ALL ON public.${table.name} FROM ${quoted(role)}; GRANT ${permessi(table.comment)} ON public.${table.name} TO ${quoted(role)}`,
      );
    await db.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${quoted(role)}`);
    await leaveJobs(db, role);
  });
}

/** The schema of the jobs belongs to the application. One that somebody else made (before there were two roles) holds only a plan, and is made anew. */
async function leaveJobs(db: Db, role: string): Promise<void> {
  const [jobs] = await db.query<{ owner: string }[]>(`SELECT nspowner::regrole::text AS owner FROM pg_namespace WHERE nspname = 'pgboss'`);
  const [mine] = await db.query<{ name: string }[]>('SELECT $1::regrole::text AS name', [quoted(role)]);
  if (jobs !== undefined && jobs.owner !== mine?.name) await db.query('DROP SCHEMA pgboss CASCADE');
}

/** Whether who is connected could change what was registered: a production should say no. */
export async function mayChangeRegister(db: Db): Promise<boolean> {
  const [row] = await db.query<{ may: boolean }[]>(
    `SELECT has_table_privilege('registro', 'UPDATE') OR has_table_privilege('registro', 'DELETE') OR has_table_privilege('registro', 'TRUNCATE') AS may`,
  );
  return row?.may ?? false;
}

/** As `mayChangeRegister`, of the role at `url`. */
export async function mayChangeRegisterAt(url: string): Promise<boolean> {
  const db = await openDatabase(url, 'tavoli-ruoli');
  return mayChangeRegister(db).finally(() => db.destroy());
}
