import { request } from 'node:http';
import { listeningPortal, rendered, siteWith, type ListeningPortal } from '../../../testing/portal.js';
import { createTestDatabase, type TestDatabase } from '../../../testing/database.js';
import { Scenario } from '../../../testing/scenario.js';
import type { Site } from './site.js';

const ROUTES = ['/', '/*', '/*/tavoli', '/*/tavoli/*', '/*/incontri', '/*/incontri/*', '/*/ricerca', '/*/area/**', '/*/**', '/**'];

/** A portal with the route table of the site, real data, and a renderer that tells what it made. */
describe('Pages, when many ask for what is not there', () => {
  let database: TestDatabase;
  let site: Site & { remove(): Promise<void> };
  let portal: ListeningPortal;
  let ambito: string;
  let tavolo: string;
  let renderings: string[] = [];
  let network = 0;
  /** What every rendering waits for, when a test says so. */
  let hold: Promise<void> | undefined;
  let from = '';

  beforeAll(async () => {
    const words = 'testo '.repeat(300);
    site = await siteWith(
      async ({ url }) => {
        renderings.push(url);
        await hold;
        if (url.includes('/area')) return new Response(`<app-root></app-root>${words}`);
        return rendered(`pagina ${url} ${words}`, { status: url === '/-/non-trovata' || url.endsWith('/incontri') ? 404 : 200 });
      },
      [],
      ROUTES,
    );
    database = await createTestDatabase();
    portal = await listeningPortal(database.url, { site, overrides: { TRUST_PROXY: 'true', BURST_PER_ADDRESS: '120' } });
    const base = await new Scenario(portal.db).base();
    [ambito, tavolo] = [`/${base.ambito.slug}`, `/${base.ambito.slug}/tavoli/${base.tavolo.slug}`];
  });
  beforeEach(() => {
    portal.pages?.cache.suspend();
    portal.pages?.cache.resume();
    renderings = [];
    hold = undefined;
    network += 1;
    from = `198.51.${network}.7`;
  });
  afterAll(async () => {
    await portal.close();
    await database.drop();
    await site.remove();
  });

  const get = (path: string, by = from) => portal.ask(path, { headers: { 'x-forwarded-for': by, accept: 'text/html' } });

  it('whatever is not there is one page, made once; nothing else is rendered', async () => {
    const nowhere = [
      ...Array.from({ length: 40 }, (_, i) => `/inventato-${i}`),
      `${ambito}/boh`,
      `${ambito}/tavoli/inventato`,
      `${ambito}/incontri/x`,
      `${ambito}/incontri/${crypto.randomUUID()}`,
      '/inventato/tavoli',
      '/a//b',
    ];
    const answers = await Promise.all(nowhere.map(path => get(path)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(renderings).toEqual(['/-/non-trovata']);
    expect(portal.pages?.cache.size).toBe(1);
  });

  it('what is there is rendered and kept; a page that says it is not there is that same one', async () => {
    expect((await get(ambito)).status).toBe(200);
    expect((await get(tavolo)).status).toBe(200);
    const hidden = await get(`${ambito}/incontri`);
    expect([hidden.status, hidden.text]).toEqual([404, (await get('/inventato')).text]);
    expect(renderings).toEqual([ambito, tavolo, `${ambito}/incontri`, '/-/non-trovata']);
  });

  it('B-18: personal pages are one empty shell, made once, of which the browser of who is signed in keeps no copy', async () => {
    const [first, second] = [
      await get(`${ambito}/area/designazioni/1`),
      await portal.ask('/altro/area/x', { headers: { cookie: '__Host-sessione=x' } }),
    ];
    expect(second.text).toBe(first.text);
    expect(second.headers['cache-control']).toBe('private, no-store');
    expect(renderings).toEqual(['/-/area']);
  });

  it('a network that asks for more pages to be made than anybody reads waits, in Italian; what is kept goes on being answered, and others are not touched', async () => {
    await get(ambito);
    const asked = await Promise.all(Array.from({ length: 400 }, (_, i) => get(`${ambito}/ricerca?q=parola${i}`)));
    const refused = asked.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(100);
    expect(refused[0]?.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(refused[0]?.text).toContain('Da questa rete arrivano troppe richieste insieme.');
    expect(String(refused[0]?.headers['retry-after'])).toMatch(/^[1-9]\d*$/);
    expect((await get(ambito)).status).toBe(200);
    expect((await get(tavolo, '203.0.113.9')).status).toBe(200);
  });

  it('searches that somebody makes up never push out the pages that people read', async () => {
    await get(ambito);
    await get(tavolo);
    for (let n = 0; n < 8; n += 1)
      await Promise.all(Array.from({ length: 100 }, (_, i) => get(`${ambito}/ricerca?q=parola${n}x${i}`, `192.${n}.2.7`)));
    expect(portal.pages?.cache.size).toBeLessThanOrEqual(2 + 63);
    renderings = [];
    await get(ambito);
    await get(tavolo);
    expect(renderings).toEqual([]);
  });

  it('a page that all have gone away from is not made when its turn comes', async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    hold = held;
    const first = Array.from({ length: 8 }, (_, i) => get(`${ambito}/ricerca?q=tenuta${i}`));
    while (renderings.length < 8) await new Promise(resolve => setImmediate(resolve));
    const left = request({
      host: '127.0.0.1',
      port: portal.port,
      path: tavolo,
      agent: false,
      headers: { Host: 'tavoli.test', 'x-forwarded-for': from },
    }).on('error', () => undefined);
    left.end();
    const stays = get(ambito);
    while (portal.pages?.waitFor(tavolo) !== true) await new Promise(resolve => setImmediate(resolve));
    left.destroy();
    while (portal.pages?.waitFor(tavolo) === true) await new Promise(resolve => setImmediate(resolve));
    release();
    expect((await Promise.all([...first, stays])).map(({ status }) => status)).toEqual(Array(9).fill(200));
    expect(renderings).not.toContain(tavolo);
    expect(renderings).toContain(ambito);
  });

  it('a network that asks for many pages does not keep the page of another behind all of its own', async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    hold = held;
    const many = Array.from({ length: 40 }, (_, i) => get(`${ambito}/ricerca?q=coda${i}`));
    while (renderings.length < 8 || portal.pages?.waitFor(`${ambito}/ricerca?q=coda39`) !== true)
      await new Promise(resolve => setImmediate(resolve));
    const other = get(tavolo, '203.0.113.50');
    while (portal.pages?.waitFor(tavolo) !== true) await new Promise(resolve => setImmediate(resolve));
    release();
    expect((await Promise.all([...many, other])).map(({ status }) => status)).toEqual(Array(41).fill(200));
    // Eight were being made; of those that waited each network has one in turn.
    expect(renderings.slice(8, 10)).toContain(tavolo);
  });

  it('calendars, and lists of the API, are paid for too, by whoever holds no office; who asks as people do never notices', async () => {
    const { coordinatore, ambito: a, tavolo: t } = await new Scenario(portal.db).base();
    const many = async (path: (i: number) => string, n: number, headers: Record<string, string>, of = portal) => {
      const seen = new Map<number, string>();
      for (let i = 0; i < n; i += 20)
        for (const { status, text, headers: got } of await Promise.all(
          Array.from({ length: 20 }, (_, k) => of.ask(path(i + k), { headers })),
        ))
          seen.set(status, `${String(got['retry-after'])} ${text}`);
      return seen;
    };
    const feeds = await many(i => `/cal/${a.slug}/${t.slug}${i % 2 ? '.ics' : '.atom'}`, 40, { 'x-forwarded-for': from });
    expect([...feeds.keys()]).toEqual([200]);
    const invented = await many(i => `/cal/inventato-${i}.ics`, 400, { 'x-forwarded-for': from });
    expect([...invented.keys()].sort()).toEqual([404, 429]);
    expect(invented.get(429)).toMatch(/^[1-9].*richiesta\.troppe/);
    expect((await portal.ask(`/cal/${a.slug}.ics`, { headers: { 'x-forwarded-for': '203.0.113.78' } })).status).toBe(200);

    // As small as it can be set: ten times as many lists as pages.
    const small = await listeningPortal(database.url, { overrides: { TRUST_PROXY: 'true', BURST_PER_ADDRESS: '10' } });
    const list = () => `/api/v1/ambiti/${a.slug}/tavoli`;
    expect([...(await many(list, 80, { 'x-forwarded-for': from }, small)).keys()]).toEqual([200]);
    const greedy = await many(list, 400, { 'x-forwarded-for': from }, small);
    expect(greedy.get(429)).toMatch(/^[1-9].*Da questa rete arrivano troppe richieste insieme/);
    const office = { 'x-forwarded-for': from, cookie: `__Host-sessione=${coordinatore.token}` };
    expect([...(await many(list, 160, office, small)).keys()]).toEqual([200]);
    expect((await small.ask(list(), { headers: { 'x-forwarded-for': '203.0.113.79' } })).status).toBe(200);
    await small.close();
  });

  it('files and searches are paid for too, by whoever holds no office', async () => {
    const { coordinatore, ambito: a } = await new Scenario(portal.db).base();
    const search = (headers: Record<string, string>) => portal.ask(`/api/v1/ambiti/${a.slug}/ricerca?q=scuola`, { headers });
    // A few at a time: how many wait for the database together is another matter.
    const many = async (headers: Record<string, string>): Promise<Set<number>> => {
      const seen = new Set<number>();
      for (let i = 0; i < 20; i += 1)
        for (const { status } of await Promise.all(Array.from({ length: 15 }, () => search(headers)))) seen.add(status);
      return seen;
    };
    expect(await many({ 'x-forwarded-for': from })).toEqual(new Set([200, 429]));
    expect((await portal.ask(`/api/v1/ambiti/${a.slug}/dati/tavoli.csv`, { headers: { 'x-forwarded-for': from } })).status).toBe(429);
    expect((await portal.ask(`/api/v1/ambiti/${a.slug}/tavoli`, { headers: { 'x-forwarded-for': from } })).status).toBe(200);
    expect(await many({ 'x-forwarded-for': from, cookie: `__Host-sessione=${coordinatore.token}` })).toEqual(new Set([200]));
    expect((await search({ 'x-forwarded-for': '203.0.113.77' })).status).toBe(200);
  });

  it('who waits for a page that another has begun pays nothing for it, and is not refused for the other', async () => {
    const answers = await Promise.all(Array.from({ length: 300 }, () => get(tavolo)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(renderings).toEqual([tavolo]);
  });
});
