import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';

const APP = join(import.meta.dirname, '../app');
const sources = readdirSync(APP, { recursive: true, encoding: 'utf8' }).filter(f => f.endsWith('.ts') && !f.endsWith('.spec.ts'));
const text = (file: string): string => readFileSync(join(APP, file), 'utf8');

/** What a route shows that is nobody's page. */
const NO_PAGE = ['page/not-found.ts', 'page/error-page.ts'];
const pages = sources.filter(f => f.endsWith('-page.ts') && !NO_PAGE.includes(f));

/** Components that routes open, by their file. */
const opened = sources
  .filter(f => f.endsWith('.routes.ts'))
  .flatMap(routes =>
    [...text(routes).matchAll(/loadComponent: \(\) => import\('([^']+)'\)/g)].map(([, to = '']) =>
      normalize(join(dirname(routes), `${to}.ts`)),
    ),
  );

const pascal = (name: string): string => name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
/** Another name for what has one: see ARCHITECTURE, “The web”. */
const OTHER =
  /(?:^|-)(?:gestione|gestisci|nuov[oa](?!-password)|modifica|edit|list|elenco)-|^area-(?!page)|^(?:nuov[oa]|modifica)-(?!password)/;

describe('One name for one kind of page', () => {
  it('what a route opens is a page, and its file says so', () => {
    expect(opened.length).toBeGreaterThan(60);
    expect(opened.filter(file => !pages.includes(file) && !NO_PAGE.includes(file))).toEqual([]);
  });

  it.each(pages)('%s: file, class and selector have one name', file => {
    const name = basename(file, '.ts');
    expect(text(file)).toContain(`export class ${pascal(name)}`);
    expect(text(file)).toContain(`selector: 'app-${name}'`);
  });

  it('a thing is read at <thing>-page, managed at <thing>-area-page, written at <thing>-form-page', () => {
    expect(pages.map(file => basename(file, '.ts')).filter(name => OTHER.test(name))).toEqual([]);
  });

  it('an area page has the name of the page that everybody reads', () => {
    const names = pages.map(file => basename(file, '-page.ts'));
    expect(names.filter(name => name.endsWith('-area') && !names.includes(name.replace(/-area$/, '')))).toEqual(['incontri-area']);
  });
});
