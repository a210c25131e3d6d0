import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOVE, AZIONI_DI, PROBLEMS, PUBBLICO, TIPI_FONTE, TIPI_LEGAME, TIPI_SEGUITO, VISIBILITY, type Actor } from '@tavoli/shared';
import ts from 'typescript';
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
const isPlatform = (name: string): boolean => name.startsWith('platform/');
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

/** Functions of a source, by what they say. */
function functions(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isMethodDeclaration(node) ||
      ts.isFunctionDeclaration(node) ||
      (ts.isArrowFunction(node) && ts.isVariableDeclaration(node.parent))
    )
      found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  const tree = ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true);
  visit(tree);
  return found;
}

it('a state moves by a step alone: what else writes one says here why', () => {
  const tables = KINDS.all.filter(kind => kind.state !== undefined).map(kind => kind.table);
  const statement = new RegExp(`UPDATE (?:${tables.join('|')})\\b[^\`]{0,300}?\\bstato = `, 's');
  /** A state among the columns, or in what is spread among them. */
  const column = (text: string): boolean =>
    functions(text).some(f => /\b(?:write|writeOther|edit)\(/.test(f) && /[{,]\s*stato(?::|\s*(?:,(?![^{}]*\}\s*=)|\}(?!\s*=)))/.test(f));
  const elsewhere = sources
    .filter(({ name, text }) => !isPlatform(name) && !name.endsWith('.procedura.ts') && (statement.test(text) || column(text)))
    .map(({ name }) => name);
  const WHY: Readonly<Record<string, string>> = {
    'designazioni/sostituzione.ts': 'the designazione that another replaces moves in the transaction that accepts the other',
    'designazioni/decadi.ts': 'the seat is lost in the transaction that concludes the procedimento',
    'chiusure/passa.ts': 'with its tavolo it goes into another: ended here, begun there as it was',
    'contributi/contributo/unione.ts': 'what was merged into a contributo that is withdrawn stands by itself again',
    'contributi/gestire/riesame.service.ts': 'where a review leads depends on what it reviews: a step of the table leads to one state',
    'piani/dossier/dossier.esito.ts':
      'the step asks for the final dossier, which takes minutes: the Piano closes in the transaction that keeps it',
    'diretti/nomine.service.ts': 'the ente answers by its link for each seat of its invitation: the place is the invitation',
    'diretti/scadenze.service.ts': 'the clock ends what nobody answered',
    'osservatori/osservatori.service.ts': 'whoever asked leaves by the address of the tavolo, in whatever state their request is',
    'contributi/invio/invio.service.ts': 'the author confirms by the mailed link what then waits for the office',
  };
  expect(elsewhere.toSorted()).toEqual(Object.keys(WHY).toSorted());
});

it('what is proposed about a whole is answered in one way: no table of states is read by a command of its own', () => {
  const answered = sources.filter(({ name }) => name.endsWith('.risposta.ts')).map(({ text }) => /\btable: '(\w+)'/.exec(text)?.[1] ?? '');
  expect(answered.length).toBeGreaterThan(1);
  expect(naming(new RegExp(`UPDATE (?:${answered.join('|')})\\b[^\`]{0,100}?\\bstato = `))).toEqual([]);
});

it('what was seen and is another now is said in one place', () => {
  expect(naming(/ProblemError\('versione\.superata'/)).toEqual(['platform/procedura/hold.ts']);
});

describe('platform names no feature', () => {
  /** What stands for the whole portal, or for who asks: the platform knows it as technique. */
  const WHY: Readonly<Record<string, string>> = {
    ambito: 'the tenant: every row of every feature stands in one, and mails leave in its name',
    account: 'who asks: what they have open ends with their roles',
    sessione: 'how they ask: its cookie, and what it has open',
    'incarico.cambiato': 'the events of security are one vocabulary, for whoever watches over the portal',
  };
  const inserted = (its: (name: string) => boolean): ReadonlySet<string> =>
    new Set(
      sources
        .filter(({ name }) => its(name))
        .flatMap(({ text }) => [...text.matchAll(/INSERT INTO ([a-z_]+)|\binsert\([\w.]+, '([a-z_]+)'/g)].map(([, a, b]) => a ?? b ?? '')),
    );
  const own = inserted(isPlatform);
  const theirs = [...inserted(name => !isPlatform(name) && !name.startsWith('demo/'))].filter(table => !own.has(table));
  const words = new Set([
    ...theirs,
    ...KINDS.all
      .filter(({ table }) => !own.has(table))
      .flatMap(({ kind, page, parts = [], names = {} }) => [kind, page || kind, ...parts.map(({ part }) => part), ...Object.keys(names)]),
    ...KINDS.secrets.map(({ secret }) => secret),
  ]);
  const found = sources
    .filter(({ name }) => isPlatform(name))
    .flatMap(({ name, text }) => literals(text).flatMap(said => namedIn(said).map(what => `${name}: ${what}`)));

  /** A table of a feature in SQL; a kind, a part or a table by its word, alone or before its act. Where roles are held (`DOVE`) is known to whoever judges by roles. */
  function namedIn(said: string): string[] {
    const tables = [...said.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE) ([a-z_]+)/g)]
      .map(([, table = '']) => table)
      .filter(table => theirs.includes(table));
    const word = /^([a-z_]+)(?:\.[a-z_]*)?$/.exec(said)?.[1] ?? '';
    return [...tables, ...(words.has(word) && !(DOVE as readonly string[]).includes(said) ? [said] : [])].filter(what => !(what in WHY));
  }

  it('neither a table nor a kind, a part or a secret of one: what it must know is declared there', () => {
    expect(theirs.length).toBeGreaterThan(60);
    expect(namedIn('SELECT 1 FROM contributo_file')).toEqual(['contributo_file']);
    expect(namedIn('designazione.')).toEqual(['designazione.']);
    expect(found).toEqual([]);
  });
});

/** What is written between quotes or backticks. */
function literals(text: string): string[] {
  const said: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) said.push(node.text);
    else if (ts.isTemplateExpression(node)) said.push(node.getText().slice(1, -1));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('', text, ts.ScriptTarget.Latest, true));
  return said;
}
