import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestDatabase } from '../database.js';
import { filesOf, ROOT } from '../house/sources.js';
import { onServer } from '../run-server.js';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly key: 'PK' | 'FK' | 'PK,FK' | null;
}
interface Relation {
  readonly from: string;
  readonly to: string;
  /** Columns that hold it, but for the ambito, which stands in nearly every key. */
  readonly columns: readonly string[];
  /** Each row of `from` has one. */
  readonly required: boolean;
  /** At most one row of `from` for each of `to`. */
  readonly single: boolean;
}
interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly relations: readonly Relation[];
}

/** Every table with its columns in their order, its keys and what it refers to. `keys`: sets of columns that tell its rows apart. */
const TABLES = `
  WITH k AS (
    SELECT c.conrelid, c.contype, c.confrelid, c.conname, (SELECT array_agg(a.attname::text ORDER BY u.n) FROM unnest(c.conkey) WITH ORDINALITY u (num, n)
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = u.num) AS cols
    FROM pg_constraint c WHERE c.contype IN ('p', 'u', 'f') AND c.connamespace = 'public'::regnamespace)
  SELECT t.relname AS name,
    (SELECT jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, NULL), 'required', a.attnotnull) ORDER BY a.attnum)
       FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
    (SELECT coalesce(jsonb_agg(k.cols), '[]') FROM k WHERE k.conrelid = t.oid AND k.contype = 'p') AS primaries,
    (SELECT coalesce(jsonb_agg(k.cols), '[]') FROM k WHERE k.conrelid = t.oid AND k.contype = 'u') AS uniques,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('to', f.relname, 'cols', k.cols) ORDER BY f.relname, k.conname), '[]')
       FROM k JOIN pg_class f ON f.oid = k.confrelid WHERE k.conrelid = t.oid AND k.contype = 'f') AS foreigns
  FROM pg_class t WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND t.relname <> 'migrations' ORDER BY t.relname`;

interface Row {
  readonly name: string;
  readonly columns: readonly Omit<Column, 'key'>[];
  readonly primaries: readonly string[][];
  readonly uniques: readonly string[][];
  readonly foreigns: readonly { readonly to: string; readonly cols: readonly string[] }[];
}

export async function tablesOf(database: TestDatabase): Promise<Table[]> {
  const { rows } = await onServer(database.url, client => client.query<Row>(TABLES));
  return rows.map(row => ({
    name: row.name,
    columns: row.columns.map(column => keyed(column, row)),
    relations: row.foreigns.map(f => relation(f, row)),
  }));
}

function keyed(column: Omit<Column, 'key'>, { primaries, foreigns }: Row): Column {
  const marks = [
    ...(primaries.flat().includes(column.name) ? ['PK'] : []),
    ...(foreigns.some(f => f.cols.includes(column.name)) ? ['FK'] : []),
  ];
  return { ...column, key: marks.length === 0 ? null : (marks.join(',') as Column['key']) };
}

function relation({ to, cols }: Row['foreigns'][number], { name, columns, primaries, uniques }: Row): Relation {
  const own = cols.filter(col => col !== 'ambito_id');
  return {
    from: name,
    to,
    columns: own.length === 0 ? cols : own,
    required: cols.every(col => columns.find(c => c.name === col)?.required),
    single: [...primaries, ...uniques].some(key => key.every(col => cols.includes(col))),
  };
}

const programs = filesOf('apps/api/src').filter(file => /\.ts$/.test(file) && !/\.spec\.ts$|^apps\/api\/src\/demo\//.test(file));
const featureOf = (file: string): string => file.split('/')[3] ?? '';

/** Which features write the rows of each table, as their programs say (`INSERT INTO x`, `insert(db, 'x', …)`). */
function writers(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of programs)
    for (const [, sql, call] of readFileSync(join(ROOT, file), 'utf8').matchAll(
      /INSERT INTO ([a-z_]+)|\binsert\(\s*[\w.]+,\s*'([a-z_]+)'/g,
    ))
      (found.get(sql ?? call ?? '') ?? found.set(sql ?? call ?? '', []).get(sql ?? call ?? ''))?.push(featureOf(file));
  return found;
}

/** With how many letters both begin. */
const common = (a: string, b: string): number => [...`${a}\n`].findIndex((letter, i) => letter !== b[i]);

/** The feature that a table belongs to: among those that write it, the one that is called like it, then the one that writes it most. */
function ownerOf(table: string, written: ReadonlyMap<string, readonly string[]>): string {
  const by = written.get(table) ?? [];
  const times = (feature: string): number => by.filter(f => f === feature).length;
  const [owner] = [...new Set(by)].sort((a, b) => common(table, b) - common(table, a) || times(b) - times(a) || (a < b ? -1 : 1));
  return owner ?? [...new Set(programs.map(featureOf))].find(feature => table.startsWith(`${feature}_`)) ?? 'platform';
}

const INTRO = `# The data model

Generated by \`npm run generate\` from the schema as the migrations make it; a test fails when it is stale. A table stands with the feature that writes its rows. A table without columns
belongs to another feature. Nearly every key begins with \`ambito_id\`, which holds the walls between ambiti: of what refers to \`ambito\`, only the tables of its own feature are drawn.
`;

/** `docs/DATA-MODEL.md`: one diagram for each feature. */
export function dataModelDocument(tables: readonly Table[]): string {
  const written = writers();
  const features = Map.groupBy(tables, ({ name }) => ownerOf(name, written));
  const parts = [...features].sort(([a], [b]) => (a < b ? -1 : 1)).map(([feature, own]) => `## ${feature}\n\n${diagram(own)}`);
  return `${INTRO}\n${parts.join('\n')}`;
}

function diagram(own: readonly Table[]): string {
  const here = new Set(own.map(({ name }) => name));
  const relations = own.flatMap(table => table.relations).filter(({ to }) => to !== 'ambito' || here.has('ambito'));
  return ['```mermaid', 'erDiagram', ...own.map(entity), ...relations.map(line), '```', ''].join('\n');
}

const entity = ({ name, columns }: Table): string => `  ${name} {\n${columns.map(attribute).join('\n')}\n  }`;

const SHORT: Readonly<Record<string, string>> = {
  'timestamp with time zone': 'timestamptz',
  'time without time zone': 'time',
  'character varying': 'varchar',
};
const typeOf = (type: string): string => (SHORT[type] ?? type).replace(/\[\]$/, '_array').replaceAll(/\W+/g, '_');
const attribute = ({ name, type, required, key }: Column): string =>
  `    ${[typeOf(type), name, key, required ? null : '"may be null"'].filter(Boolean).join(' ')}`;

const line = ({ from, to, columns, required, single }: Relation): string =>
  `  ${to} ${required ? '||' : '|o'}--${single ? 'o|' : 'o{'} ${from} : "${columns.join(', ')}"`;
