import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, ROOT } from './sources.js';

/** What is said of a thing in many queries, and the one file that says it. */
const CASE: Readonly<Record<string, RegExp>> = {
  'apps/api/src/tavoli/tavolo.sql.ts': /'id', (?:t|\$\{\w+\})\.id, 'slug', (?:t|\$\{\w+\})\.slug, 'codice', /,
};

it.each(Object.entries(CASE))('%s is the only one that writes its words of SQL', (home, words) => {
  const sources = filesOf('apps/api/src').filter(f => f.endsWith('.ts') && !f.endsWith('.spec.ts'));
  expect(sources.filter(f => words.test(readFileSync(join(ROOT, f), 'utf8')))).toEqual([home]);
});
