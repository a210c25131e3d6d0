import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unusedDependencies } from './dependencies.js';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Record<string, string>;
}

const ROOT = join(import.meta.dirname, '../../../..');
const packages = (JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> }).packages;
const installed = Object.entries(packages).filter(([path, entry]) => path.includes('node_modules/') && !entry.link);

/** Licences that a public body can use without asking: permissive, or copyleft of the single file; fonts under the OFL. */
const LICENCES = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'MPL-2.0',
  'OFL-1.1',
  'CC0-1.0',
  'CC-BY-4.0',
  'BlueOak-1.0.0',
  'Unlicense',
  'Python-2.0',
  'MIT-0',
  'PostgreSQL',
  'WTFPL',
  'Zlib',
  'EUPL-1.2',
];

/** Their package.json says nothing or something old; the LICENSE file of each is the MIT licence. */
const MIT_BY_THEIR_FILE = ['node_modules/dom-walk', 'node_modules/xmlhttprequest-ssl'];

/** Whether some alternative of an SPDX expression is made only of known licences. */
const isKnown = (expression: string): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(/ OR /i)
    .some(choice => choice.split(/ AND /i).every(licence => LICENCES.includes(licence.trim())));

describe('what the product is made of', () => {
  it('S-1: every package is locked with its integrity, and names no registry', () => {
    expect(installed.length).toBeGreaterThan(100);
    expect(installed.filter(([, entry]) => !entry.integrity).map(([path]) => path)).toEqual([]);
    expect(installed.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  it('can be installed by `npm ci`: every optional package that another names is in the lock', () => {
    const missing = Object.entries(packages).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter(name => !resolves(path, name))
        .map(name => `${path}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('S-3: has only licences we know, in what is shipped', () => {
    const shipped = installed.filter(([path, entry]) => !entry.dev && !MIT_BY_THEIR_FILE.includes(path));
    expect(
      shipped.filter(([, entry]) => !isKnown(entry.license ?? '')).map(([path, entry]) => `${path}: ${entry.license ?? 'none'}`),
    ).toEqual([]);
  });

  it('S-6: stays within its budget of packages', () => {
    const root = packages[''] as { dependencies: object; devDependencies: object };
    expect(Object.keys({ ...root.dependencies, ...root.devDependencies }).length).toBeLessThanOrEqual(70);
    expect(installed.length).toBeLessThanOrEqual(1300);
  });

  it('has no direct dependency that nothing uses', () => expect(unusedDependencies()).toEqual([]));

  it('runs no script of a package when it is installed', () => {
    expect(readFileSync(join(ROOT, '.npmrc'), 'utf8').split('\n')).toContain('ignore-scripts=true');
  });

  it('names the version that package.json names', async () => {
    const { VERSION } = await import('../../src/platform/config/version.js');
    expect(VERSION).toBe((JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version);
  });
});

/** As Node looks for it: beside the package, then in each folder above. */
function resolves(from: string, name: string): boolean {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    if (`${base ? `${base}/` : ''}node_modules/${name}` in packages) return true;
    if (base === '') return false;
  }
}
