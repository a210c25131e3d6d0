import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const APP = join(import.meta.dirname, '../..');

it('a draft is of the thing that its page names: a key of fixed words stands only where an address names nothing', () => {
  const pages = globSync('**/*.ts', { cwd: APP }).filter(file => !file.endsWith('.spec.ts'));
  const fixed = pages.filter(file => {
    const source = readFileSync(join(APP, file), 'utf8');
    return /localDraft\('/.test(source) && source.includes('input.required<');
  });
  expect(fixed).toEqual([]);
});
