import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Route, Routes } from '@angular/router';
import { routes } from '../app/app.routes';

const APP = join(import.meta.dirname, '../app');
const QUALUNQUE = '*';
const RESTO = '**';

interface Link {
  readonly file: string;
  readonly link: string;
  /** Literal, `*` for what is known only as the page is used, `**` for any number of them. */
  readonly parti: readonly string[];
}

/** Every address that a page stands at, as its segments; a parameter begins with `:`. */
async function indirizzi(tree: Routes, prima: readonly string[] = []): Promise<string[][]> {
  const uno = async (route: Route): Promise<string[][]> => {
    if (route.path === '**') return [];
    const qui = [...prima, ...(route.path ?? '').split('/').filter(s => s !== '')];
    const figli = [...(route.children ?? []), ...(((await route.loadChildren?.()) as Routes | undefined) ?? [])];
    const pagina = route.loadComponent !== undefined || route.component !== undefined || route.redirectTo !== undefined;
    return [...(pagina && figli.length === 0 ? [qui] : []), ...(await indirizzi(figli, qui))];
  };
  return (await Promise.all(tree.map(uno))).flat();
}

function arriva(parti: readonly string[], pagina: readonly string[]): boolean {
  const [parte, ...altre] = parti;
  const [segmento, ...segmenti] = pagina;
  if (parte === RESTO) return true;
  if (parte === undefined || segmento === undefined) return parte === undefined && segmento === undefined;
  return (parte === segmento || parte === QUALUNQUE || segmento.startsWith(':')) && arriva(altre, segmenti);
}

const parteDi = (elemento: string): string[] => {
  const scritto = /^'([^'$]*)'$/.exec(elemento)?.[1];
  return scritto === undefined ? [elemento.startsWith('...') ? RESTO : QUALUNQUE] : scritto.split('/').filter(s => s !== '');
};

/** Links from the root: `['/', ambito(), 'area', …]` wherever it is written, and `routerLink="/…"`. */
const assoluti: Link[] = [];
/** Links that begin from the page itself: `routerLink="nuovo"`. */
const relativi: Link[] = [];
for (const file of globSync('**/*.{ts,html}', { cwd: APP }).filter(f => !f.endsWith('.spec.ts'))) {
  const source = readFileSync(join(APP, file), 'utf8');
  for (const [link, elementi = ''] of source.matchAll(/\[\s*'\/',([^[\]]*)\]/g))
    assoluti.push({
      file,
      link,
      parti: elementi
        .split(',')
        .map(e => e.trim())
        .filter(e => e !== '')
        .flatMap(parteDi),
    });
  for (const [link, indirizzo = ''] of source.matchAll(/ routerLink="([^"]*)"/g)) {
    const parti = indirizzo.split('/').filter(s => s !== '');
    (indirizzo.startsWith('/') ? assoluti : relativi).push({ file, link, parti });
  }
}

let pagine: string[][];
beforeAll(async () => {
  pagine = await indirizzi(routes);
});

it('every link of the site leads to a page', () => {
  expect(assoluti.length).toBeGreaterThan(250);
  expect(assoluti.filter(({ parti }) => !pagine.some(pagina => arriva(parti, pagina)))).toEqual([]);
});

it('every link from a page to its neighbours names one', () => {
  const nomi = new Set(pagine.flat());
  expect(relativi.length).toBeGreaterThan(5);
  expect(relativi.filter(({ parti }) => parti.some(parte => parte !== '..' && !nomi.has(parte)))).toEqual([]);
});
