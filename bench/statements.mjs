import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../scripts/lib/workspace.mjs';
import { ask } from './lib/ask.mjs';
import { seedRows } from './lib/many-rows.mjs';
import { headersOf } from './lib/product.mjs';
import { factFigure } from './lib/report.mjs';

const MANY = 100;
/** Fewer would mean that the worlds or the addresses no longer fit the product, and that nothing is proved. */
const AT_LEAST = 12;

/** Three ambiti of one shape: one to warm up with, one with a row of everything, one with a hundred. */
export async function seed(scenario, query) {
  const ambiti = [];
  for (const rows of [1, 1, MANY]) ambiti.push(await seedRows(scenario, query, rows));
  return ambiti;
}

/** No address that reads asks the database more often because it shows more: every GET of the API that the coordinatore may ask, and the public pages. */
export async function run(lab) {
  const tapped = await lab.tapped();
  const counts = [];
  for (const path of [...operations(), ...PAGES]) {
    const [, one, many] = await inTurn(lab.seeded.statements, ambito => count(tapped, path, ambito));
    counts.push({ path, one, many });
  }
  const asked = counts.filter(({ one, many }) => one.status === 200 && many.status === 200);
  const shown = asked.filter(({ one, many }) => many.rows - one.rows >= MANY - 1);
  const grown = asked.filter(({ one, many }) => many.statements > one.statements);
  for (const { path, one, many } of grown)
    console.log(`  ${path}: ${one.statements} statements for ${one.rows} rows, ${many.statements} for ${many.rows}`);
  return [
    factFigure(
      'statements of one GET, 1 row and then 100',
      `${grown.length} of ${asked.length} grow`,
      '0 grow',
      grown.length === 0,
      counts,
    ),
    factFigure('of which the rows shown grow so much', `${shown.length}`, `>= ${AT_LEAST}`, shown.length >= AT_LEAST),
  ];
}

const PAGES = [
  '/{ambito}',
  '/{ambito}/tavoli',
  '/{ambito}/tavoli/{tavolo}',
  '/{ambito}/avvisi',
  '/{ambito}/avvisi/{avviso}',
  '/{ambito}/incontri',
  '/{ambito}/incontri/{incontro}',
  '/{ambito}/verbali',
  '/{ambito}/contributi',
  '/{ambito}/contributi/{contributo}',
  '/{ambito}/elaborati',
  '/{ambito}/elaborati/{elaborato}',
  '/{ambito}/piano',
  '/{ambito}/piano/filo',
  '/{ambito}/iter',
  '/{ambito}/numeri',
  '/{ambito}/dati',
];

/** Every operation of the API that only reads and whose address our worlds can fill. */
function operations() {
  const { paths } = JSON.parse(readFileSync(join(ROOT, 'openapi.json'), 'utf8'));
  return Object.entries(paths)
    .filter(([path, { get }]) => get !== undefined && path.includes('{ambito}') && !path.includes('{file}'))
    .map(([path, { get }]) => path + queryOf(get.parameters ?? []));
}

/** As many rows as may be asked for, and the times that some demand. */
function queryOf(parameters) {
  const known = { limit: MANY, inizioAt: '2031-01-07T10:00:00.000Z', fineAt: '2031-01-07T12:00:00.000Z' };
  const query = parameters
    .filter(({ name, in: where }) => where === 'query' && name in known)
    .map(({ name }) => `${name}=${encodeURIComponent(known[name])}`);
  return query.length === 0 ? '' : `?${query.join('&')}`;
}

async function inTurn(items, work) {
  const results = [];
  for (const item of items) results.push(await work(item));
  return results;
}

async function count(tapped, pattern, ambito) {
  const path = pattern.replace(/\{(\w+)\}/g, (_, name) => ambito.names[name] ?? `{${name}}`);
  const person = pattern.startsWith('/api/') ? ambito.coordinatore : null;
  let answer;
  const told = await tapped.told(async () => {
    answer = await ask(tapped.port, path, { headers: { ...headersOf(person), 'accept-encoding': 'identity' } });
  });
  return { status: answer.status, statements: told.flatMap(({ statements }) => statements).length, rows: rowsOf(answer) };
}

/** The longest list that an answer shows. */
function rowsOf({ headers, body }) {
  const type = headers[headers.findIndex(name => name.toLowerCase() === 'content-type') + 1] ?? '';
  if (type.includes('json')) return longest(JSON.parse(body.toString()));
  if (type.includes('csv')) return body.toString().trim().split('\n').length - 1;
  return type.includes('html') ? (body.toString().match(/<(?:li|tr|article)\b/g) ?? []).length : 0;
}

function longest(value) {
  if (value === null || typeof value !== 'object') return 0;
  const inside = Object.values(value).map(longest);
  return Math.max(Array.isArray(value) ? value.length : 0, ...inside, 0);
}
