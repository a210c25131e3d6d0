import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Route, Routes } from '@angular/router';
import { areaRoutes } from '../area.routes';
import { AIUTO, aiutoDi } from './aiuto';

const GUIDA = join(import.meta.dirname, '../../../../../docs/guida');

/** Every page below the area, as its routes write its address. */
async function rotte(tree: Routes, prima: readonly string[] = []): Promise<string[]> {
  const una = async (route: Route): Promise<string[]> => {
    if (route.path === '**') return [];
    const qui = [...prima, ...(route.path ?? '').split('/').filter(s => s !== '')];
    const figli = [...(route.children ?? []), ...(((await route.loadChildren?.()) as Routes | undefined) ?? [])];
    return [...(route.loadComponent === undefined ? [] : [qui.join('/')]), ...(await rotte(figli, qui))];
  };
  return (await Promise.all(tree.map(una))).flat();
}

let pagine: string[];
beforeAll(async () => {
  pagine = await rotte(areaRoutes);
});

it('every working page has its help, and none is written for a page that is not there', () => {
  expect(pagine.length).toBeGreaterThan(70);
  expect(pagine.filter(rotta => aiutoDi(rotta) === null)).toEqual([]);
  expect(Object.keys(AIUTO).filter(rotta => !pagine.some(pagina => pagina === rotta || pagina.startsWith(`${rotta}/`)))).toEqual([]);
});

it('a page below one that has help has the same, but for the first', () => {
  expect([aiutoDi('iter/fasi/:fase/modifica'), aiutoDi('boh')]).toEqual(['iter#avviare-e-concludere-una-fase', null]);
});

it('every help leads to a heading of the guide', () => {
  const ancora = (titolo: string): string =>
    titolo
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/ /g, '-');
  const morti = Object.values(AIUTO).filter(aiuto => {
    const [pagina = '', dove] = aiuto.split('#');
    const file = join(GUIDA, `${pagina}.md`);
    if (!existsSync(file)) return true;
    const titoli = [...readFileSync(file, 'utf8').matchAll(/^#{2,3} (.+)$/gm)].map(([, titolo = '']) => ancora(titolo));
    return dove !== undefined && !titoli.includes(dove);
  });
  expect(morti).toEqual([]);
});
