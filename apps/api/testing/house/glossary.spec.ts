import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../../..');

/** The words of the last column of the glossary: one each, in lower case. */
const banned = new Set(
  [...readFileSync(join(ROOT, 'docs/GLOSSARY.md'), 'utf8').matchAll(/^\|[^|]+\|[^|]+\|([^|]*)\|$/gm)]
    .flatMap(([, words]) => (words ?? '').split(','))
    .map(word => word.trim().toLowerCase())
    .filter(word => /^[a-z]+$/.test(word)),
);

/** Standard words of the trade that happen to be on the list: `type` in code, `contact` of a file, a `table` of the database… */
const TECHNICAL = new Set([
  'type',
  'log',
  'table',
  'status',
  'post',
  'output',
  'attachment',
  'call',
  'plan',
  'comment',
  'substitute',
  'member',
  'contact',
  'topic',
  'board',
  'attendee',
  'settings',
]);

const sources = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map(name => join(folder, name));

it('exported names use the words of the glossary, never the ones it bans', () => {
  expect(banned.size).toBeGreaterThan(20);
  const wrong = [...sources('libs/shared/src'), ...sources('apps/api/src')].flatMap(file => {
    const names = [
      ...readFileSync(join(ROOT, file), 'utf8').matchAll(/^export (?:const|function|class|interface|type|async function) (\w+)/gm),
    ].map(([, name = '']) => name);
    return names
      .filter(name => name.split(/(?=[A-Z])|_/).some(word => banned.has(word.toLowerCase()) && !TECHNICAL.has(word.toLowerCase())))
      .map(name => `${file}: ${name}`);
  });
  expect(wrong).toEqual([]);
});
