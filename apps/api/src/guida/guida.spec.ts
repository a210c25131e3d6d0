import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PAGINE_GUIDA, type BloccoGuida, type PaginaGuida, type RicercaGuida, type TrattoGuida } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { projectRoot } from '../platform/pdf/project-root.js';
import { blocchiDi } from './blocchi.js';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const legge = async (percorso: string) => (await world.as(null).get<PaginaGuida>(`/guida${percorso}`)).body;
const cerca = async (q: string) => (await world.as(null).get<RicercaGuida>(`/guida/ricerca?q=${encodeURIComponent(q)}`)).body;

const trattiDi = (blocco: BloccoGuida): readonly TrattoGuida[] => {
  if (blocco.tipo === 'elenco') return blocco.voci.flatMap(v => [...v.tratti, ...v.sotto.flat()]);
  if (blocco.tipo === 'tabella') return [...blocco.intestazione.flat(), ...blocco.righe.flat(2)];
  return blocco.tipo === 'figura' ? [] : blocco.tratti;
};
const ancoreDi = (pagina: PaginaGuida): string[] => pagina.blocchi.flatMap(b => (b.tipo === 'titolo' ? [b.ancora] : []));

it('every file of the guide is a page of the portal, and nothing else is', async () => {
  const file = readdirSync(join(projectRoot(), 'docs/guida')).filter(nome => nome.endsWith('.md') && nome !== 'README.md');
  expect(file.sort()).toEqual(PAGINE_GUIDA.map(nome => `${nome}.md`).sort());
  expect((await world.as(null).get('/guida/pagine/boh')).status).toBe(404);
});

it('the portal draws every page whole: words, pictures with their size, links that lead to a heading that is there', async () => {
  const pagine = new Map<string | null, PaginaGuida>([[null, await legge('')]]);
  for (const nome of PAGINE_GUIDA) pagine.set(nome, await legge(`/pagine/${nome}`));
  const blocchi = [...pagine.values()].flatMap(p => p.blocchi);
  const versi = blocchi.flatMap(trattiDi).flatMap(t => (t.verso === null ? [] : [t.verso]));
  expect(versi.length).toBeGreaterThan(70);
  const morti = versi.filter(({ pagina, ancora }) => ancora !== null && !ancoreDi(pagine.get(pagina) as PaginaGuida).includes(ancora));
  expect(morti).toEqual([]);
  const figure = blocchi.filter(b => b.tipo === 'figura');
  expect(figure.length).toBeGreaterThan(10);
  expect(figure.filter(f => f.larghezza < 300 || f.larghezza > 3000 || f.altezza < 50)).toEqual([]);
  expect(blocchi.flatMap(trattiDi).filter(t => /[*|#]|\]\(|^\s*- /.test(t.testo))).toEqual([]);
});

it('a page is told in blocks: its lists, its tables, what leads elsewhere', async () => {
  const { titolo, blocchi } = await legge('/pagine/designare');
  expect(titolo).toBe('Designare i rappresentanti');
  expect(JSON.stringify(blocchi)).not.toContain('Indice della guida');
  expect(blocchi.find(b => b.tipo === 'titolo')).toMatchObject({ livello: 2, ancora: 'prima-di-cominciare' });
  const elenco = blocchi.find(b => b.tipo === 'elenco');
  const tabella = blocchi.find(b => b.tipo === 'tabella');
  expect([elenco?.ordinato, elenco?.voci.length, tabella?.intestazione.length, tabella?.righe.length]).toEqual([true, 6, 3, 7]);
  expect(blocchi.flatMap(trattiDi)).toContainEqual({
    testo: 'verificato',
    forte: false,
    enfasi: false,
    verso: { pagina: 'ente', ancora: null },
  });
});

it.each([
  ['code', 'Scrivi `npm`.'],
  ['HTML', 'A capo<br>qui.'],
  ['an address outside', '[Il sito](https://esempio.it)'],
  ['a page that is not there', '[Altro](altro.md)'],
  ['a file of the repository', '[Altro](../README.md)'],
  ['a script', '[Premi](javascript:alert)'],
  ['a picture from elsewhere', '![Una figura](https://esempio.it/a.png)'],
  ['a quotation', '> Citato'],
  ['a deep heading', '#### Troppo'],
  ['what is not closed', 'Questo **no.'],
  ['numbers out of order', '1. Uno\n3. Tre'],
  ['a table with a hole', '| a | b |\n|---|---|\n| c |'],
])('refuses %s, which it would not draw', (_, testo) => {
  expect(() => blocchiDi(testo, 'oggi', () => ({ larghezza: 1, altezza: 1 }))).toThrow();
});

it('finds words as people write them: without accents, singular or plural, headings first; at most twenty', async () => {
  const bozza = await cerca('bozza');
  expect(bozza.items.some(t => t.pagina === 'designare' && t.brano.includes('bozza'))).toBe(true);
  expect((await cerca('cambiare le persone')).items[0]).toMatchObject({
    pagina: 'designare',
    sezione: 'Cambiare le persone',
    ancora: 'cambiare-le-persone',
  });
  expect((await cerca('PERCHE')).items.length).toBeGreaterThan(0);
  expect(await cerca('xyzzy')).toEqual({ items: [], altri: false });
  expect(await cerca('--')).toEqual({ items: [], altri: false });
  const tavolo = await cerca('tavolo');
  expect([tavolo.items.length, tavolo.altri]).toEqual([20, true]);
  expect((await world.as(null).get('/guida/ricerca?q=a')).status).toBe(400);
});
