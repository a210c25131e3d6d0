import { testWorld, type World } from '../../testing/app.js';
import { creaIncontro, esegui } from '../../testing/scenario/incontri.js';
import { KINDS } from '../kinds.js';
import { SiteRoutes } from '../platform/ssr/site-routes.js';
import { MotoriQueries } from './motori.queries.js';
import { conMappa } from './robots.js';
import { sezioni } from './sitemap.source.js';
import { inTesta } from './testa.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld();
  base = await world.scenario.base();
});
afterAll(() => world.close());

const ORIGIN = 'https://tavoli.test';
const leggi = (url: string) => world.app.inject({ method: 'GET', url, headers: { host: 'tavoli.test' } });
const indirizzi = async (url: string): Promise<string[]> =>
  [...(await leggi(url)).body.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => new URL(url ?? '').pathname);
const testa = (path: string) => inTesta(world.app.get(MotoriQueries, { strict: false }), ORIGIN)(path);
const dati = async (path: string): Promise<Record<string, unknown> | undefined> => {
  const blocco = (await testa(path)).find(e => e.startsWith('<script type="application/ld+json">'));
  return blocco === undefined
    ? undefined
    : (JSON.parse(blocco.slice(blocco.indexOf('{'), blocco.lastIndexOf('}') + 1)) as Record<string, unknown>);
};
const convocato = async (fields = {}) =>
  esegui(world, base.ambito, await creaIncontro(world, base.ambito, base.tavolo, base.referente, fields), base.referente, 'convoca');

describe('the sitemap', () => {
  it('names that of each ambito', async () => {
    const answer = await leggi('/sitemap.xml');
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/xml; charset=utf-8']);
    expect(await indirizzi('/sitemap.xml')).toContain(`/sitemap/${base.ambito.slug}.xml`);
  });

  it('of an ambito holds what everybody may see, of every kind that has a page, and no draft', async () => {
    const s = `/${base.ambito.slug}`;
    const [pubblico, bozza] = [await convocato(), await creaIncontro(world, base.ambito, base.tavolo, base.referente)];
    const avviso = await world.scenario.avviso(base.ambito, [base.tavolo], { stato: 'pubblicato' });
    const avvisoBozza = await world.scenario.avviso(base.ambito, [base.tavolo], { stato: 'bozza' });
    const contributo = await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'pubblicato' });
    const nascosto = await world.scenario.contributo(base.ambito, base.tavolo);
    const elaborato = await world.scenario.elaborato(base.ambito, base.tavolo, 'bozza');
    const tutti = await indirizzi(`/sitemap/${base.ambito.slug}.xml`);
    expect(tutti).toEqual(
      expect.arrayContaining([
        s,
        `${s}/tavoli/${base.tavolo.slug}`,
        `${s}/incontri/${pubblico.id}`,
        `${s}/avvisi/${avviso.id}`,
        `${s}/contributi/${contributo.id}`,
      ]),
    );
    const testo = tutti.join(' ');
    for (const { id } of [bozza, avvisoBozza, nascosto, elaborato]) expect(testo).not.toContain(id);
    expect(tutti.every(path => path.startsWith(s))).toBe(true);
  });

  it('knows every kind whose things have a page of their own', () => {
    const conPagina = KINDS.all.flatMap(k => (k.page === undefined || k.page === '' ? [] : [k.page]));
    expect(conPagina.sort()).toEqual(['avvisi', 'contributi', 'elaborati', 'enti', 'incontri', 'tavoli', 'verbali']);
    expect([...new MotoriQueries(world.db, KINDS).pagine.matchAll(/SELECT '\/(\w+)\/'/g)].map(([, parola]) => parola).sort()).toEqual(
      conPagina.filter(pagina => pagina !== 'enti'),
    );
  });

  it('is told to programs by its whole address, after what they may visit', () => {
    expect(conMappa('User-agent: *\nDisallow: /api/\n', ORIGIN)).toBe(
      'User-agent: *\nDisallow: /api/\n\nSitemap: https://tavoli.test/sitemap.xml\n',
    );
  });

  it('is nowhere for what is no ambito', async () => {
    expect((await leggi('/sitemap/non-esiste.xml')).statusCode).toBe(404);
    expect((await leggi('/sitemap/altro')).statusCode).toBe(404);
  });

  it('takes its sections from the routes of the site: those rendered for everybody, with one page in each ambito', () => {
    const routes = (
      [
        ['/', 0],
        ['/privacy', 0],
        ['/*', 0],
        ['/*/tavoli', 0],
        ['/*/tavoli/*', 0],
        ['/*/piano', 0],
        ['/*/note-legali', 0],
        ['/*/ricerca', 0],
        ['/*/segnala', 0],
        ['/*/area/**', 1],
        ['/*/**', 0],
      ] as const
    ).map(([route, renderMode]) => ({ route, renderMode }));
    expect(sezioni(new SiteRoutes(routes))).toEqual(['', '/note-legali', '/piano', '/tavoli']);
    expect(sezioni(null)).toEqual([]);
  });
});

describe('what a page says of itself to programs', () => {
  it('of an ambito: which public body it is, and its calendar', async () => {
    const path = `/${base.ambito.slug}`;
    expect(await dati(path)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'GovernmentOrganization',
      url: `${ORIGIN}${path}`,
      areaServed: expect.any(Array),
    });
    expect((await testa(path)).join('')).toContain(`href="/cal/${base.ambito.slug}.ics"`);
  });

  it('of an incontro: when and where, and whether it was called off; of a draft nothing', async () => {
    const incontro = await convocato({ titolo: 'Casa & </script><b>famiglia' });
    const path = `/${base.ambito.slug}/incontri/${incontro.id}`;
    expect((await testa(path)).join('')).not.toContain('</script><b>');
    expect(await dati(path)).toMatchObject({
      '@type': 'Event',
      name: 'Casa & </script><b>famiglia',
      eventStatus: 'https://schema.org/EventScheduled',
      startDate: expect.stringMatching(/Z$/),
      organizer: { '@type': 'GovernmentOrganization' },
    });
    const bozza = await creaIncontro(world, base.ambito, base.tavolo, base.referente);
    expect(await dati(`/${base.ambito.slug}/incontri/${bozza.id}`)).toBeUndefined();
  });

  it('of a Piano that is published: the act that it is; of one in preparation nothing', async () => {
    const path = `/${base.ambito.slug}/piano`;
    expect(await dati(path)).toBeUndefined();
    await world.db.query(`UPDATE piano_di_zona SET stato = 'pubblicato', pubblicato_at = now() WHERE ambito_id = $1`, [base.ambito.id]);
    expect(await dati(path)).toMatchObject({ '@type': 'Legislation', name: expect.any(String), url: `${ORIGIN}${path}` });
  });

  it('of a tavolo: its feeds; of any page where the sitemap is', async () => {
    const dette = (await testa(`/${base.ambito.slug}/tavoli/${base.tavolo.slug}`)).join('');
    for (const feed of ['atom', 'ics']) expect(dette).toContain(`href="/cal/${base.ambito.slug}/${base.tavolo.slug}.${feed}"`);
    expect(await testa('/privacy')).toEqual(['<link rel="sitemap" type="application/xml" href="/sitemap.xml" />']);
  });
});
