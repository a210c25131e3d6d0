import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { rendered } from '../../../testing/portal.js';
import { Scenario } from '../../../testing/scenario.js';
import { PagesWorld } from '../../../testing/pages.js';
import { encodingFor } from './page.js';

const COOKIE = '__Host-sessione=segreto-di-anna';

describe('The answer to who asks for a page', () => {
  let world: PagesWorld;

  beforeAll(async () => {
    world = await PagesWorld.open();
  });
  beforeEach(() => world.reset());
  afterAll(() => world.close());

  it('B-18: say nothing of who asks: the renderer is told the address and nothing else', async () => {
    const headers = { cookie: COOKIE, authorization: 'Bearer segreto', 'x-forwarded-for': '192.0.2.9', 'user-agent': 'spia' };
    await Promise.all(Array.from({ length: 20 }, (_, i) => world.get(`/a/${i}`, { ...headers, cookie: `__Host-sessione=utente${i}` })));
    expect(world.told).toHaveLength(20);
    for (const request of world.told) expect(Object.keys(request as object)).toEqual(['url']);
  });

  it('B-18: are made from what the API tells the public, whatever the renderer sends along', async () => {
    const { ambito, coordinatore } = await new Scenario(world.portal.db).base();
    const path = `/api/v1/ambiti/${ambito.slug}/designazioni`;
    const cookie = `__Host-sessione=${coordinatore.token}`;
    expect((await world.get(path, { cookie })).status).toBe(200);
    world.render = async () => {
      const origin = process.env['INTERNAL_API_ORIGIN'];
      const statuses = [path, '/api/v1/status', '/health/ready', '/a'].map(
        async url => (await fetch(`${origin}${url}`, { headers: { cookie } })).status,
      );
      const write = await fetch(`${origin}/api/v1/status`, { method: 'POST', headers: { cookie } });
      return rendered(JSON.stringify([...(await Promise.all(statuses)), write.status]));
    };
    expect((await world.get('/a')).text).toContain('[401,200,404,404,404]');
  });

  it('B-18: leave no copy in the browser of who is signed in, nor in any cache on the way', async () => {
    await world.get('/a');
    const signedIn = await world.get('/a', { cookie: `altro=1; ${COOKIE}` });
    expect(signedIn.headers['cache-control']).toBe('private, no-store');
    const anonymous = await world.get('/a', { cookie: 'preferenze=1' });
    expect(anonymous.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    expect(signedIn.text).toBe(anonymous.text);
  });

  it('B-18: never answer a person who is signed in with 304: their browser has no copy to keep', async () => {
    const { headers } = await world.get('/a');
    const etag = String(headers.etag);
    expect((await world.get('/a', { 'if-none-match': etag })).status).toBe(304);
    expect((await world.get('/a', { 'if-none-match': etag, cookie: COOKIE })).status).toBe(200);
  });

  it('B-18: personal pages are an empty shell, and take no place among the public ones', async () => {
    world.render = async () => new Response('<!doctype html><app-root></app-root>');
    const [first, second] = [await world.get('/a/area/designazioni/1'), await world.get('/a/area/designazioni/2', { cookie: COOKIE })];
    expect(second.text).toBe(first.text);
    expect(second.headers['cache-control']).toBe('private, no-store');
    expect(world.portal.pages?.cache.size).toBe(0);
  });

  it('B-18: what looks like a file under a page is not that page', async () => {
    const answer = await world.get('/a/area/x.css', { cookie: COOKIE });
    expect(answer.status).toBe(404);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(world.renderings).toEqual([]);
  });

  it('answer 304 as long as nothing changes', async () => {
    const first = await world.get('/a');
    const etag = String(first.headers.etag);
    const again = await world.get('/a', { 'if-none-match': `"altro", ${etag}` });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
    await world.change('a');
    expect((await world.get('/a', { 'if-none-match': etag })).status).toBe(200);
  });

  it('travel compressed as the client likes, and say that they vary', async () => {
    const plain = await world.get('/a');
    const br = await world.get('/a', { 'accept-encoding': 'gzip, deflate, br, zstd' });
    const gzip = await world.get('/a', { 'accept-encoding': 'br;q=0, gzip' });
    expect([plain, br, gzip].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'br', 'gzip']);
    expect(brotliDecompressSync(br.body).toString()).toBe(plain.text);
    expect(gunzipSync(gzip.body).toString()).toBe(plain.text);
    for (const { headers, body } of [plain, br, gzip]) {
      expect(headers.vary).toBe('Accept-Encoding');
      expect(headers['content-length']).toBe(String(body.length));
    }
  });

  it('B-16: the encodings that a client takes are read in as many steps as they are, and a header longer than any client sends is not read', () => {
    expect(
      ['br', 'gzip, deflate, br, zstd', 'GZIP;q=0.5 , Br ; Q=0.1', 'br;q=0, gzip', 'br;q=0.000,gzip;q=0', 'sbr, brx', ''].map(encodingFor),
    ).toEqual(['br', 'br', 'br', 'gzip', 'identity', 'identity', 'identity']);
    expect([`br${' '.repeat(15_000)}x`, `${'br,'.repeat(5000)}br`, undefined].map(encodingFor)).toEqual([
      'identity',
      'identity',
      'identity',
    ]);
  });

  it('answer HEAD with the headers of GET and no body', async () => {
    const got = await world.get('/a');
    const head = await world.portal.ask('/a', { method: 'HEAD' });
    const comparable = ({ date, 'x-request-id': id, ...rest }: Record<string, unknown>): object => ({
      ...rest,
      date: typeof date,
      id: typeof id,
    });
    expect(comparable(head.headers)).toEqual(comparable(got.headers));
    expect(head.body).toHaveLength(0);
  });

  it('B-17: redirect within the portal only', async () => {
    world.render = async () => new Response(null, { status: 302, headers: { location: 'https://evil.example//x?y=1' } });
    const { status, headers } = await world.get('/');
    expect([status, headers.location]).toEqual([302, '/x?y=1']);
  });
});
