import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, ROOT } from './sources.js';

/** A preposition or an article put before a day by hand: it is elided before 8 and 11, and goes before the name of a day of the week. */
const A_MANO =
  /(?<![\p{L}’])(il|al|del|dal|nel|sul)\s+(?:<strong>)?(?:\$\{(?:formatData|formatDataOra)\(|\{\{[^{}]*\|\s*(?:data|dataOra)\s*\}\})/giu;

it('no sentence puts an article before a day by hand: `conData`, `conDataOra`, `conGiorno` and their pipes do', () => {
  expect(['entro il ${formatData(at)}', 'il <strong>{{ x.at | dataOra }}', 'Dal {{ a | data }}'].map(s => s.match(A_MANO)?.length)).toEqual(
    [1, 1, 1],
  );
  const files = ['apps/api/src', 'apps/web/src', 'libs/shared/src']
    .flatMap(filesOf)
    .filter(f => /\.(ts|html)$/.test(f) && !f.endsWith('.spec.ts'));
  const found = files.flatMap(f => [...readFileSync(join(ROOT, f), 'utf8').matchAll(A_MANO)].map(([words]) => `${f}: ${words}`));
  expect(found).toEqual([]);
});
