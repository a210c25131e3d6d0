import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENT } from '../../src/platform/config/config.js';
import { testWorld } from '../app.js';
import { openapiOf } from './openapi.js';
import { permissionsDocument } from './permissions.js';

const ROOT = join(import.meta.dirname, '../../../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Compares a committed document with what the code says now; `npm run generate` rewrites it. */
function expectFresh(path: string, now: string): void {
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(join(ROOT, path), now);
  expect(read(path)).toBe(now);
}

describe('the documents that are made from the code', () => {
  it('docs/PERMISSIONS.md says what the matrix says', () => expectFresh('docs/PERMISSIONS.md', permissionsDocument()));

  it('openapi.json has every route, with its permission, and bounds for every string and number', async () => {
    const world = await testWorld();
    const document = openapiOf(world.app);
    await world.close();
    expectFresh('openapi.json', `${JSON.stringify(document, null, 1)}\n`);
    expect(unbounded(document.paths)).toEqual([]);
  });

  it('README names every variable of the configuration, with its default, and no other', () => {
    const rows = [...read('README.md').matchAll(/^\| `([A-Z_]+)` \| ([^|]+) \|/gm)].map(([, name, value]) => [
      name,
      value?.trim().replaceAll('`', ''),
    ]);
    const defaults = ENVIRONMENT.parse({}) as Record<string, unknown>;
    expect(rows.map(([name]) => name)).toEqual(expect.arrayContaining(Object.keys(ENVIRONMENT.shape)));
    expect(rows).toHaveLength(Object.keys(ENVIRONMENT.shape).length);
    for (const [name, value] of rows)
      expect([name, value]).toEqual([name, name === 'PUBLIC_ORIGIN' ? 'http://localhost:<PORT>' : String(defaults[name ?? ''] ?? 'none')]);
  });
});

/** Where a string or number of a request has no limit. */
function unbounded(node: unknown, path = ''): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const schema = node as Record<string, unknown>;
  const limited =
    schema['maxLength'] !== undefined || schema['format'] !== undefined || schema['enum'] !== undefined || schema['const'] !== undefined;
  const here =
    (schema['type'] === 'string' && !limited) ||
    (schema['type'] === 'integer' && schema['maximum'] === undefined) ||
    (schema['type'] === 'array' && schema['maxItems'] === undefined)
      ? [path]
      : [];
  return [...here, ...Object.entries(schema).flatMap(([key, value]) => unbounded(value, `${path}/${key}`))];
}
