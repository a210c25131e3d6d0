import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../../..');
const rows = [...readFileSync(join(ROOT, 'docs/SECURITY-TESTS.md'), 'utf8').matchAll(/^\| (V[^|]+) \|([^|]+)\| ([^|]+) \|$/gm)].map(
  ([, requirement = '', , proof = '']) => ({ requirement, proof }),
);

const IDENTIFIER = /\b(?:[A-GLS]-\d+|V\d+\.\d+\.\d+)\b/g;

const specs = ['apps', 'libs', 'e2e'].flatMap(folder =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.spec.ts') && !name.includes('node_modules'))
    .map(name => join(ROOT, folder, name)),
);
/** What stands in the titles of tests and of their groups. */
const borne = new Set(
  specs.flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/\b(?:it|test|describe)\b.*$/gm)].flatMap(([title]) => title.match(IDENTIFIER) ?? []),
  ),
);

it('every requirement of the security table has a proof that exists, or a reason', () => {
  expect(rows.length).toBeGreaterThan(50);
  const wrong = rows.flatMap(({ requirement, proof }) => {
    const files = [...proof.matchAll(/`([^`]+\.spec\.ts)`/g)].map(([, file = '']) => file);
    const identifiers = proof.match(IDENTIFIER) ?? [];
    const missing = [...files.filter(file => !existsSync(join(ROOT, file))), ...identifiers.filter(id => !borne.has(id))];
    return [
      ...missing.map(what => `${requirement}: ${what}`),
      ...(files.length + identifiers.length === 0 && !proof.startsWith('Reason: ') ? [`${requirement}: nothing`] : []),
    ];
  });
  expect(wrong).toEqual([]);
});

it('the table speaks of every requirement once', () => {
  const requirements = rows.flatMap(r => r.requirement.match(/V\d+\.\d+\.\d+/g) ?? []);
  expect(requirements.filter((r, n) => requirements.indexOf(r) !== n)).toEqual([]);
  expect(requirements.length).toBeGreaterThan(100);
});
