import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERMISSIONS, RUOLI, type Permission, type Ruolo } from '@tavoli/shared';
import { testWorld, type World } from '../app.js';
import { ACTORS, buildCast, type Cast } from './cast.js';
import { rowsOf, StopAfterGuards, walk, type Row } from './matrix.js';

const GOLDEN = join(import.meta.dirname, 'permissions.golden.txt');
const HEADER = `# What each actor (columns) meets at each route and state (lines): sì = goes on, no = 403, — = 404, chi? = 401.
# Reviewed by hand; a change here is a change of who may do what. UPDATE_GOLDEN=1 rewrites it.
${ACTORS.map((actor, i) => `# ${String(i + 1).padStart(2)} ${actor}`).join('\n')}
`;

let world: World;
let cast: Cast;
let rows: Row[];
const outcomes = new Map<string, string[]>();

const line = (name: string, cells: readonly string[]): string =>
  `${name}\n    ${cells
    .map(c => c.padEnd(4))
    .join(' ')
    .trimEnd()}`;

beforeAll(async () => {
  world = await testWorld({}, app => app.useGlobalInterceptors(new StopAfterGuards()));
  cast = await buildCast(world);
  rows = rowsOf(world, cast);
  for (const row of rows) outcomes.set(row.name, await walk(world, cast, row));
});
afterAll(() => world.close());

describe('who may do what', () => {
  it('A-2: is for every route, actor, relation and state what the reviewed file says', () => {
    const now = `${HEADER}\n${rows.map(row => line(row.name, outcomes.get(row.name) ?? [])).join('\n')}\n`;
    if (process.env['UPDATE_GOLDEN'] === '1' || !existsSync(GOLDEN)) writeFileSync(GOLDEN, now);
    expect(rows.length * ACTORS.length).toBeGreaterThan(2000);
    expect(now).toBe(readFileSync(GOLDEN, 'utf8'));
  });

  it('A-2: never ends in an error', () => {
    const odd = rows
      .filter(row => outcomes.get(row.name)?.some(cell => !['sì', 'no', '—', 'chi?'].includes(cell)))
      .map(row => line(row.name, outcomes.get(row.name) ?? []));
    expect(odd).toEqual([]);
  });

  it('A-2: gives the public, foreigners and those of yesterday nothing but what everyone has', () => {
    const cittadino = ACTORS.indexOf('cittadino');
    const strangers = ACTORS.filter(a => a.endsWith('_ieri') || a.endsWith('_altro_ambito')).map(a => ACTORS.indexOf(a));
    const wrong = rows
      .filter(row => strangers.some(i => outcomes.get(row.name)?.[i] !== outcomes.get(row.name)?.[cittadino]))
      .map(row => row.name);
    expect(wrong).toEqual([]);
  });

  it('A-4: notices every permission that would be open to all', async () => {
    const table = PERMISSIONS as Record<Permission, readonly Ruolo[]>;
    const unnoticed: string[] = [];
    for (const permission of Object.keys(table) as Permission[]) {
      const [row] = rows.filter(r => r.permission === permission && outcomes.get(r.name)?.includes('sì'));
      const before = table[permission];
      // A mailed secret opens its own thing and no other, whatever the table says.
      if (!row || before.includes('pubblico') || before.includes('designato')) continue;
      table[permission] = RUOLI;
      const changed = (await walk(world, cast, row)).join() !== outcomes.get(row.name)?.join();
      table[permission] = before;
      if (!changed) unnoticed.push(permission);
    }
    expect(unnoticed).toEqual([]);
  });
});
