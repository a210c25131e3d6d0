import { dirname } from 'node:path';
import { circles, filesOf, type Import, importsOf } from './sources.js';

const API = 'apps/api/src';
const WEB = 'apps/web/src/app';
const MOST = 25;

/** What is one after the other by its nature: nobody looks for anything there but the last. */
const SEQUENCES = ['apps/api/migrations'];

const api = importsOf(API);
const web = importsOf(WEB);
const shared = importsOf('libs/shared/src');
const e2e = importsOf('e2e/src');

/** The folder of a project that a file belongs to: a feature, `platform`, a layer; '' for what puts them together. */
const part = (root: string, file: string): string => {
  const [first = '', ...rest] = file.slice(root.length + 1).split('/');
  return rest.length === 0 ? '' : first;
};

/** The layers of the site, from the lowest: each knows those before it, and itself. Between `scrittura` and `shell` stand the features. */
const BELOW = ['ui', 'live', 'api', 'session', 'page', 'scrittura'];
const layer = (file: string): number => {
  const folder = part(WEB, file);
  if (folder === '') return BELOW.length + 2;
  if (folder === 'shell') return BELOW.length + 1;
  const at = BELOW.indexOf(folder);
  return at === -1 ? BELOW.length : at;
};
const upwards = (imports: readonly Import[], level: (file: string) => number): string[] =>
  imports.filter(({ from, to }) => level(from) < level(to)).map(({ from, to }) => `${from} → ${to}`);

describe('The walls of the house', () => {
  it('reads all projects', () => {
    for (const imports of [api, web]) expect(imports.length).toBeGreaterThan(1000);
    expect(web.filter(({ lazy }) => lazy).length).toBeGreaterThan(50);
    expect(shared.length + e2e.length).toBeGreaterThan(100);
  });

  it('a circle is found, and told with the imports that make it', () => {
    const lazy = false;
    const made = [
      { from: 'a/1.ts', to: 'b/1.ts', lazy },
      { from: 'b/1.ts', to: 'c/1.ts', lazy },
      { from: 'c/2.ts', to: 'a/2.ts', lazy },
      { from: 'c/2.ts', to: 'd/1.ts', lazy },
    ];
    expect(circles(made)).toEqual([]);
    expect(circles(made, dirname)).toEqual(['a, b, c: a/1.ts → b/1.ts; b/1.ts → c/1.ts; c/2.ts → a/2.ts']);
  });

  it(`no folder holds more than ${MOST} files: it has rooms`, () => {
    const held = new Map<string, number>();
    for (const file of ['apps', 'libs', 'e2e'].flatMap(filesOf)) held.set(dirname(file), (held.get(dirname(file)) ?? 0) + 1);
    const full = [...held].filter(([folder, files]) => files > MOST && !SEQUENCES.includes(folder));
    expect(full.map(([folder, files]) => `${folder}: ${files}`)).toEqual([]);
  });

  it.each([
    ['the API', api],
    ['the site', web],
    ['what both share', shared],
    ['the stories', e2e],
  ])('no file of %s is in a circle', (_, imports) => {
    expect(circles(imports.filter(({ lazy }) => !lazy))).toEqual([]);
  });

  it('no folder of the API is in a circle: platform counts as one', () => {
    expect(circles(api, file => (part(API, file) === 'platform' ? `${API}/platform` : dirname(file)))).toEqual([]);
  });

  it('no two features of the API know each other', () => {
    expect(circles(api, file => part(API, file) || file)).toEqual([]);
  });

  it('platform knows no feature', () => {
    expect(
      upwards(
        api.filter(({ from }) => part(API, from) === 'platform'),
        file => (part(API, file) === 'platform' ? 0 : 1),
      ),
    ).toEqual([]);
  });

  it('no folder of the site is in a circle: routes open the rooms of their feature when somebody goes there', () => {
    const eager = web.filter(({ lazy }) => !lazy);
    expect(circles(eager, dirname)).toEqual([]);
    expect(circles(web, file => part(WEB, file) || file)).toEqual([]);
  });

  it(`layers of the site know those below: ${[...BELOW, 'features', 'shell'].join(' < ')}`, () => {
    expect(upwards(web, layer)).toEqual([]);
  });
});
