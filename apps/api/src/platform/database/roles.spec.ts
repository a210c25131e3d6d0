import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testWorld } from '../../../testing/app.js';
import { asApplication, createTestDatabase, type TestDatabase } from '../../../testing/database.js';
import { eventually } from '../../../testing/embedded.js';
import { onServer } from '../../../testing/run-server.js';
import { admin } from '../../cli/admin.js';
import { verify } from '../../cli/verify.js';
import { Jobs } from '../jobs/jobs.js';
import { migrationNames, runMigrations } from './migrate.js';
import { mayChangeRegisterAt, permessi } from './roles.js';

const DENIED = { code: '42501' };
let database: TestDatabase;
let application: string;
beforeEach(async () => {
  database = await createTestDatabase();
  application = asApplication(database.url);
  await runMigrations(database.url, application);
});
afterEach(() => database.drop());

const asOwner = <T>(sql: string): Promise<T[]> => onServer(database.url, async client => (await client.query(sql)).rows as T[]);
const refusal = (sql: string): Promise<unknown> =>
  onServer(application, client =>
    client.query(sql).then(
      () => 'done',
      (error: unknown) => error,
    ),
  );

it('G-13: the role of the application may only do with a table what the table declares, and the register may only grow', async () => {
  const tables = await asOwner<{ name: string; comment: string | null }>(
    `SELECT relname AS name, obj_description(oid, 'pg_class') AS comment FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  );
  const declared = tables.filter(t => t.comment?.startsWith('permessi: '));
  expect(declared.map(t => t.name)).toEqual(
    expect.arrayContaining(['registro', 'registro_dettaglio', 'registro_testa', 'sigillo', 'sigillo_documento', 'migrations']),
  );
  for (const { name, comment } of tables) {
    const may = permessi(comment);
    const tries = {
      UPDATE: `UPDATE ${name} SET ctid = ctid WHERE false`,
      DELETE: `DELETE FROM ${name} WHERE false`,
      TRUNCATE: `TRUNCATE ${name} CASCADE`,
      DROP: `DROP TABLE ${name} CASCADE`,
      TRIGGER: `ALTER TABLE ${name} DISABLE TRIGGER USER`,
      ALTER: `ALTER TABLE ${name} ADD COLUMN porta text`,
    };
    const [found] = await onServer(
      application,
      async client =>
        (
          await client.query(
            `SELECT ${['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES'].map(p => `has_table_privilege('${name}', '${p}') AS "${p}"`).join(', ')}`,
          )
        ).rows as Record<string, boolean>[],
    );
    expect([
      name,
      Object.keys(found ?? {})
        .filter(p => found?.[p])
        .sort(),
    ]).toEqual([name, may.split(', ').sort()]);
    if (!declared.some(d => d.name === name)) continue;
    for (const [what, sql] of Object.entries(tries))
      if (!may.includes(what) && what !== 'UPDATE') expect([name, what, await refusal(sql)]).toMatchObject([name, what, DENIED]);
  }
  for (const sql of [
    `UPDATE registro SET azione = 'altro'`,
    `UPDATE sigillo SET firma = ''`,
    `UPDATE registro_dettaglio SET contenuto = '{}'`,
    'CREATE TABLE mia (n int)',
    'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
    'ALTER ROLE CURRENT_USER SUPERUSER',
  ])
    expect([sql, await refusal(sql)]).toMatchObject([sql, DENIED]);
  expect([await mayChangeRegisterAt(database.url), await mayChangeRegisterAt(application)]).toEqual([true, false]);
});

it('G-13: the whole product works as that role, and the head of its register does not go back', async () => {
  const world = await testWorld({ PROCESS: 'all' }, undefined, application);
  const base = await world.scenario.base();
  const { id } = await world.scenario.designazione(base.ambito, { ...base, stato: 'inviata', consenso: 'dato' });
  const answer = await world.as(base.referente).post(`/ambiti/${base.ambito.slug}/designazioni/${id}/azioni/accetta`, {}, { version: 1 });
  expect(answer.status).toBe(200);
  await eventually(
    async () =>
      (
        await asOwner(
          `SELECT 1 FROM pg_namespace n JOIN pg_tables t ON t.schemaname = nspname WHERE nspname = 'pgboss' AND tablename = 'schedule'`,
        )
      ).length === 1,
  );
  expect(await refusal(`UPDATE registro_testa SET seq = 0`)).toMatchObject(DENIED);
  for (const { name, work } of world.app.get(Jobs, { strict: false }).elenco)
    expect([name, await work().then(() => 'done', String)]).toEqual([name, 'done']);
  expect(await asOwner('SELECT 1 FROM sigillo')).toHaveLength(1);
  await world.close();
  await expect(asOwner('SELECT azione FROM registro')).resolves.toEqual([{ azione: 'designazione.accetta' }]);
});

it('G-13: no statement of the product does with a table what the table does not allow', async () => {
  const declared = new Map(
    (
      await asOwner<{ name: string; comment: string }>(
        `SELECT relname AS name, obj_description(oid, 'pg_class') AS comment FROM pg_class WHERE relnamespace = 'public'::regnamespace AND obj_description(oid, 'pg_class') LIKE 'permessi: %'`,
      )
    ).map(t => [t.name, permessi(t.comment)]),
  );
  const folder = join(import.meta.dirname, '../..');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(f => f.endsWith('.ts') && !f.endsWith('.spec.ts'));
  const wrong = sources.flatMap(file =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/\b(UPDATE|DELETE|INSERT)(?: FROM| INTO)? ([a-z_]+)/g)]
      .filter(([, what = '', table = '']) => declared.get(table)?.includes(what) === false)
      .map(([statement]) => `${file}: ${statement}`),
  );
  expect(wrong).toEqual([]);
});

it('the plan of jobs that the owner made, when there was one role, is left to the application', async () => {
  await asOwner('CREATE SCHEMA pgboss; CREATE TABLE pgboss.version (version int)');
  await runMigrations(database.url, application);
  expect(await asOwner(`SELECT 1 FROM pg_namespace WHERE nspname = 'pgboss'`)).toEqual([]);
});

it('a database that is newer than the program is refused with a sentence, by the portal and by its commands', async () => {
  await asOwner(`INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'Futuro9999999999999')`);
  await expect(runMigrations(database.url)).rejects.toThrow(
    'il database è di una versione più recente del portale (passo «Futuro9999999999999»)',
  );
  let said = '';
  const out = { stdout: { write: (text: string) => (said += text) }, stderr: { write: (text: string) => (said += text) } };
  const env = { DATABASE_URL: database.url };
  expect([await admin(['migra'], env, out), await admin(['invite', 'a@prova.test'], env, out), await verify(env, [], out)]).toEqual([
    1, 1, 1,
  ]);
  expect(said.match(/versione più recente/g)).toHaveLength(3);
});

it('a role that may not change the schema is told so, with what to do, and only when there is something to change', async () => {
  await runMigrations(application);
  await asOwner(`DELETE FROM migrations WHERE name = '${migrationNames().at(-1) ?? ''}'`);
  await expect(runMigrations(application)).rejects.toThrow('MIGRATION_DATABASE_URL');
});
