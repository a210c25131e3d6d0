import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ZodType } from 'zod';
import { ENVIRONMENT } from '../../src/platform/config/config.js';
import { testWorld } from '../app.js';
import { AccessAudit } from '../../src/platform/access/access.audit.js';
import { FIXED_WORDS } from '../../src/messaggi/fixed-words.js';
import { EXAMPLES } from './openapi/examples.js';
import { createTestDatabase } from '../database.js';
import { dataModelDocument, tablesOf } from './data-model.js';
import { declaredMails, hiddenMails } from './mails/declared.js';
import { mailsDocument } from './mails/document.js';
import { samples } from './mails/samples.js';
import { openapiOf, type OpenApi } from './openapi.js';
import { print } from './openapi/print.js';
import { permissionsDocument } from './permissions.js';

const execute = promisify(execFile);
const ROOT = join(import.meta.dirname, '../../../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Compares a committed document with what the code says now; `npm run generate` rewrites it. */
function expectFresh(path: string, now: string): void {
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(join(ROOT, path), now);
  expect(read(path)).toBe(now);
}

describe('the documents that are made from the code', () => {
  it('docs/PERMISSIONS.md says what the matrix says', () => expectFresh('docs/PERMISSIONS.md', permissionsDocument()));

  it('docs/MAILS.md has every mail: to whom, when, and what it says', async () => {
    const mails = await declaredMails();
    const written = samples();
    expect(hiddenMails()).toEqual([]);
    const kinds = mails.map(({ tipo }) => tipo);
    expect(kinds).toEqual([...new Set(kinds)]);
    expect(kinds.filter(tipo => !written.some(draft => draft.tipo === tipo))).toEqual([]);
    expect(Object.keys(FIXED_WORDS).filter(tipo => !kinds.some(kind => kind === tipo))).toEqual([]);
    expectFresh('docs/MAILS.md', mailsDocument(mails, written));
  });

  it('docs/DATA-MODEL.md draws every table of the migrated schema, with the feature that writes it', async () => {
    const database = await createTestDatabase();
    const tables = await tablesOf(database);
    await database.drop();
    expectFresh('docs/DATA-MODEL.md', dataModelDocument(tables));
  });

  it('openapi.json has every route, with its permission and its answer, and bounds for every string and number that is sent', async () => {
    const world = await testWorld();
    const document = openapiOf(world.app);
    const answered = besideOf(world.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }));
    await world.close();
    expectFresh('openapi.json', `${print(document)}\n`);
    expect(answered.filter(start => !Object.keys(document.paths).some(path => path.startsWith(start)))).toEqual([]);
    expect(unbounded(sent(document))).toEqual([]);
    expect(lookingAround(sent(document))).toEqual([]);
    expect(vague(document)).toEqual([]);
  });

  it('its examples are what the schemas of requests and answers say', async () => {
    const world = await testWorld();
    const routes = world.app.get(AccessAudit, { strict: false }).routes();
    await world.close();
    for (const [operation, { request, answer }] of Object.entries(EXAMPLES)) {
      const route = routes.find(r => r.handler.replace('Controller.', '.') === operation);
      const body = route?.inputs.find(input => input.in === 'body')?.schema as ZodType | undefined;
      if (request !== undefined) expect([operation, body?.safeParse(request).error?.issues]).toEqual([operation, undefined]);
      if (answer !== undefined) expect([operation, route?.answer?.json?.safeParse(answer).error?.issues]).toEqual([operation, undefined]);
      expect(body ?? route?.answer?.json).toBeDefined();
    }
  });

  it('openapi.json is sound by the strictest rules of its linter, which asks nobody else', async () => {
    const { stderr } = await execute(
      process.execPath,
      ['node_modules/@redocly/cli/bin/cli.js', 'lint', 'openapi.json', '--format=summary'],
      {
        cwd: ROOT,
        env: { PATH: process.env['PATH'], HOME: tmpdir(), REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' },
      },
    );
    expect(stderr).toContain('Your API description is valid');
    expect(stderr).not.toContain('warning');
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

/** Where the files of the site stand: letters, and the pictures of the guide. */
const SITE_FILES = ['/fonts/', '/guida/'];

/** How the addresses begin that the server knows beside the API and the files of the site. */
const besideOf = (tree: string): string[] =>
  [...new Set([...tree.matchAll(/^[├└]── (\/[\w.-]+\/?)/gm)].map(([, start = '']) => start))].filter(
    start => !start.startsWith('/api') && !SITE_FILES.includes(start) && !/\.\w+$/.test(start),
  );

const operations = (document: OpenApi): [string, Record<string, unknown>][] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Record<string, unknown>] => [`${method} ${path}`, operation]),
  );

/** What callers send: parameters and bodies, but for files. */
const sent = (document: OpenApi): Record<string, unknown> =>
  Object.fromEntries(
    operations(document).map(([name, { parameters, requestBody }]) => [
      name,
      JSON.stringify(requestBody ?? {}).includes('multipart/form-data') ? [parameters] : [parameters, requestBody],
    ]),
  );

/** Operations without a summary in one line, or that say nothing of what they answer. */
const vague = (document: OpenApi): string[] =>
  operations(document)
    .filter(([, { summary, responses }]) => {
      const [status, done] = Object.entries(responses as Record<string, { content?: object }>).find(([code]) => code.startsWith('2')) ?? [];
      const silent = status !== '204' && status !== '202' && done?.content === undefined;
      return typeof summary !== 'string' || !/^[A-Z].{5,110}[^.]$/.test(summary) || silent;
    })
    .map(([name]) => name);

/** Patterns that look ahead or behind: engines without backtracking refuse them, and whoever makes values by them cannot. */
function lookingAround(node: unknown, path = ''): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { pattern } = node as { pattern?: unknown };
  const here = typeof pattern === 'string' && /\(\?<?[=!]/.test(pattern) ? [`${path}: ${pattern}`] : [];
  return [...here, ...Object.entries(node).flatMap(([key, value]) => lookingAround(value, `${path}/${key}`))];
}

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
