import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AZIONI_DI, PROBLEMS } from '@tavoli/shared';
import { KINDS } from '../../src/kinds.js';
import { partSql, placeSql, refusalOf, wholeSql } from '../../src/platform/procedura/kind.js';
import { createTestDatabase, type TestDatabase } from '../database.js';
import { onServer } from '../run-server.js';

const SRC = join(import.meta.dirname, '../../src');
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The sources of the product, by their path in `src`. */
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .map(name => ({ name, text: readFileSync(join(SRC, name), 'utf8') }));
const naming = (pattern: RegExp): string[] => sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const query = <T>(sql: string, args: unknown[] = []): Promise<T[]> =>
  onServer(database.url, async client => (await client.query(sql, args)).rows as T[]);

it('every kind is found by its place, its parts and its whole, as its feature declares them', async () => {
  for (const kind of KINDS.all) {
    if (kind.kind !== 'ambito') await query(placeSql(kind, 'x.id = $2::uuid'), ['nessuno', NOBODY]);
    for (const part of kind.parts ?? []) {
      await query(partSql(part), [NOBODY, NOBODY, [NOBODY]]);
      await query(wholeSql(part), [NOBODY, [NOBODY]]);
    }
  }
  for (const secret of KINDS.secrets) {
    expect(await query(secret.sql, [Buffer.from('nessuno')])).toEqual([]);
    for (const sql of Object.values(secret.parts ?? {})) await query(sql, [NOBODY, NOBODY, [NOBODY]]);
  }
});

it('what has states and versions is the table of one kind, and no other', async () => {
  const tables = await query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name IN ('stato', 'version') GROUP BY 1 HAVING count(*) = 2 ORDER BY 1`,
  );
  const declared = KINDS.all.filter(kind => kind.state !== undefined && !('unversioned' in kind)).map(kind => kind.table);
  expect(tables.map(t => t.name).filter(name => !declared.includes(name))).toEqual([]);
  expect(new Set(declared).size).toBe(declared.length);
});

it('each procedura is one file of its feature, and a step that its state does not allow has words of its own', () => {
  const declarations = sources.filter(({ name }) => name.endsWith('.procedura.ts'));
  const kinds = KINDS.all.filter(kind => kind.kind in AZIONI_DI);
  for (const kind of kinds) {
    expect([kind.kind, refusalOf(kind) in PROBLEMS]).toEqual([kind.kind, true]);
    expect(declarations.filter(({ name }) => name.endsWith(`/${kind.kind}.procedura.ts`)).map(({ name }) => name)).toHaveLength(1);
  }
});

it('a state moves by a step alone: what else writes one says here why', () => {
  const tables = KINDS.all.filter(kind => kind.state !== undefined).map(kind => kind.table);
  const elsewhere = naming(new RegExp(`UPDATE (?:${tables.join('|')})\\b[^\`]{0,300}?\\bstato = `, 's'));
  const WHY: Readonly<Record<string, string>> = {
    'designazioni/sostituzione.ts': 'the designazione that another replaces moves in the transaction that accepts the other',
    'contributi/contributo/unione.ts': 'what was merged into a contributo that is withdrawn stands by itself again',
    'contributi/invio/invio.service.ts': 'the author confirms by the mailed link what then waits for the office',
  };
  expect(elsewhere.toSorted()).toEqual(Object.keys(WHY).toSorted());
});

it('what was seen and is another now is said in one place', () => {
  expect(naming(/ProblemError\('versione\.superata'/)).toEqual(['platform/procedura/hold.ts']);
});
