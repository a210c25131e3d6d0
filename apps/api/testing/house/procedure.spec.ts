import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AZIONI_DI, PROBLEMS, PUBBLICO, TIPI_FONTE, TIPI_LEGAME, TIPI_SEGUITO, VISIBILITY, type Actor } from '@tavoli/shared';
import { KINDS } from '../../src/kinds.js';
import { partSql, placeSql, refusalOf, wholeSql } from '../../src/platform/procedura/kind.js';
import { createTestDatabase, type TestDatabase } from '../database.js';
import { onServer } from '../run-server.js';

const SRC = join(import.meta.dirname, '../../src');
/** What a `Nome` is a SELECT of. */
const COLUMNS = 'ambito_id, id, titolo, riferimento, pubblico, area, at';
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

it('every kind says who sees its rows, by their state or by a permission, and how they are called', async () => {
  for (const { kind, state, seenBy, ...rest } of KINDS.all)
    expect([kind, kind in VISIBILITY, 'alias' in rest, state !== undefined, seenBy === undefined]).toEqual([
      kind,
      ...new Array(4).fill(seenBy === undefined),
    ]);
  expect(Object.keys(VISIBILITY).filter(kind => !KINDS.all.some(k => k.kind === kind))).toEqual([]);
  const held = { ambitoId: NOBODY, tavoloId: NOBODY };
  const everywhere: Actor = {
    ...PUBBLICO,
    id: NOBODY,
    incarichi: [{ ...held, ruolo: 'referente' }],
    enti: [{ ...held, enteId: NOBODY }],
    tavoli: [held],
  };
  for (const kind of KINDS.all)
    for (const [word, nome] of Object.entries(kind.names ?? {}))
      for (const actor of [PUBBLICO, everywhere]) {
        const args: unknown[] = [NOBODY];
        const rows = await query(`SELECT ${COLUMNS} FROM (${nome({ actor, ambitoId: NOBODY, args })}) q WHERE q.ambito_id = $1`, args);
        expect([word, rows]).toEqual([word, []]);
      }
  for (const word of [...TIPI_FONTE, ...TIPI_LEGAME, ...TIPI_SEGUITO]) expect(KINDS.name(word)).toBeInstanceOf(Function);
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
