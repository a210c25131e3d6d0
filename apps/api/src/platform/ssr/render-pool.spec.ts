import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KINDS } from '../../kinds.js';
import { RenderPool, type PoolSettings } from './render-pool.js';
import { builtSite } from './site.js';

/** A renderer that does to its thread what a page should never do. */
const RENDERER = `
let made = 0;
export async function render({ url }) {
  if (url === '/sempre') for (;;);
  if (url === '/fine') process.exit(3);
  if (url === '/mai') return new Promise(() => undefined);
  if (url === '/guasto') throw new Error('guasto');
  if (url === '/nulla') return null;
  if (url === '/via') return new Response(null, { status: 302, headers: { location: '/la' } });
  if (url === '/ambiente') return new Response(JSON.stringify(process.env));
  return new Response('pagina ' + (made += 1), { status: url === '/boh' ? 404 : 200 });
}`;

describe('The threads that render', () => {
  let folder: string;
  const pools: RenderPool[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'resa-'));
    await writeFile(join(folder, 'server.mjs'), RENDERER);
  });
  afterEach(() => Promise.all(pools.splice(0).map(pool => pool.close())));
  afterAll(() => rm(folder, { recursive: true }));

  function pool(settings: PoolSettings = { threads: 1 }): RenderPool {
    const opened = new RenderPool(join(folder, 'server.mjs'), async () => ({ INTERNAL_API_ORIGIN: 'http://127.0.0.1:1' }), settings);
    pools.push(opened);
    return opened;
  }

  it('render what they are asked, and tell what there is not', async () => {
    const p = pool();
    expect(await p.render('/a')).toEqual({ status: 200, location: null, html: 'pagina 1' });
    expect(await p.render('/boh')).toMatchObject({ status: 404 });
    expect(await p.render('/via')).toMatchObject({ status: 302, location: '/la' });
    expect(await p.render('/nulla')).toBeNull();
    await expect(p.render('/guasto')).rejects.toThrow('guasto');
  });

  it('know nothing of the environment of the portal but what they are given', async () => {
    expect(JSON.parse((await pool().render('/ambiente'))?.html ?? '')).toEqual({ INTERNAL_API_ORIGIN: 'http://127.0.0.1:1' });
  });

  it('a page that never ends keeps nobody from being answered, is given up with its thread, and the next one has another', async () => {
    const p = pool({ threads: 1, patienceMs: 1000 });
    const endless = expect(p.render('/sempre')).rejects.toMatchObject({ code: 'servizio.non_disponibile' });
    let turns = 0;
    const beat = setInterval(() => (turns += 1), 1);
    await endless;
    clearInterval(beat);
    expect(turns).toBeGreaterThan(10); // here the loop went on turning meanwhile
    expect(await pool().render('/a')).toMatchObject({ html: 'pagina 1' });
  });

  it('a thread that ends takes along only what it was making', async () => {
    const p = pool();
    const [waiting, ending] = [p.render('/mai'), p.render('/fine')];
    await Promise.all([waiting, ending].map(page => expect(page).rejects.toMatchObject({ code: 'servizio.non_disponibile' })));
    expect(await p.render('/a')).toMatchObject({ html: 'pagina 1' });
  });

  it('share the work', async () => {
    const p = pool({ threads: 2 });
    void p.render('/mai').catch(() => undefined);
    expect([await p.render('/a'), await p.render('/a')].map(page => page?.html)).toEqual(['pagina 1', 'pagina 2']);
  });

  it('every name in an address of the built site is one that can be looked for before its page is rendered', async () => {
    const routes = await builtSite()?.routes();
    expect(routes?.at('/a/tavoli/b')).toMatchObject({ kind: 'page' });
    const words = routes?.collections() ?? [];
    expect(words).toEqual(expect.arrayContaining(['', 'tavoli', 'incontri', 'verbali']));
    expect(words.filter(word => KINDS.ofPage(word) === undefined)).toEqual([]);
  });
});
