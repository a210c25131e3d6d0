import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { createTestDatabase, type TestDatabase } from '../../../testing/database.js';
import { listeningPortal, rendered, siteWith, type ListeningPortal } from '../../../testing/portal.js';
import { announce, Bus } from '../realtime/bus.js';
import type { Render, Site } from './site.js';

const COOKIE = '__Host-sessione=segreto-di-anna';

describe('Public pages', () => {
  let database: TestDatabase;
  let site: Site & { remove(): Promise<void> };
  let portal: ListeningPortal;
  let render: Render;
  let renderings: string[];
  let told: unknown[];

  beforeAll(async () => {
    site = await siteWith(async request => {
      renderings.push(request.url ?? '');
      told.push(request);
      return render(request);
    });
    database = await createTestDatabase();
    portal = await listeningPortal(database.url, { site });
  });

  beforeEach(() => {
    renderings = [];
    told = [];
    render = async ({ url }) => rendered(`pagina ${url} numero ${renderings.length} ${'testo '.repeat(300)}`);
    portal.pages?.cache.suspend();
    portal.pages?.cache.resume();
  });

  afterAll(async () => {
    await portal.close();
    await database.drop();
    await site.remove();
  });

  const get = (path: string, headers: Record<string, string> = {}): ReturnType<ListeningPortal['ask']> =>
    portal.ask(path, { headers });

  /** Resolves when this portal has heard a change of `ambitoSlug`. */
  async function change(ambitoSlug: string, heardBy: ListeningPortal = portal): Promise<void> {
    const heard = new Promise<void>(resolve =>
      heardBy.app.get(Bus).on('pagine', event => event.ambitoSlug === ambitoSlug && resolve()),
    );
    await announce(portal.db.manager, { t: 'pagine', ambitoSlug });
    await heard;
  }

  it('are rendered once, and then answered from memory, whatever is added to their address', async () => {
    const [first, second, third] = [
      await get('/a/tavoli'),
      await get('/a/tavoli/?utm_source=posta'),
      await get('/a/tavoli?cerca='),
    ];
    expect(second.text).toBe(first.text);
    expect(third.text).toBe(first.text);
    expect(renderings).toEqual(['/a/tavoli']);
  });

  it('are rendered once also when many ask at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => get('/a')));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(renderings).toEqual(['/a']);
  });

  it('are rendered again when a change of their ambito is announced, by any replica, and only they', async () => {
    const other = await listeningPortal(database.url, { site });
    await Promise.all([get('/a'), get('/b'), other.ask('/a')]);
    renderings.length = 0;
    await Promise.all([change('a'), change('a', other)]);
    await Promise.all([get('/a'), get('/b'), other.ask('/a')]);
    await other.close();
    expect(renderings).toEqual(['/a', '/a']);
  });

  it('are never answered as they were before a change, even if they were being rendered meanwhile', async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    render = async () => {
      begin();
      await held;
      return rendered('vecchia');
    };
    const early = get('/a');
    await begun;
    await change('a');
    render = async () => rendered('nuova');
    expect((await get('/a')).text).toContain('nuova');
    release();
    expect((await early).text).toContain('vecchia');
    expect((await get('/a')).text).toContain('nuova');
  });

  it('F-3: are rendered at each request while announcements cannot be heard, and kept again afterwards', async () => {
    await get('/a');
    const bus = portal.app.get(Bus);
    const [down, up] = [
      new Promise<void>(resolve => bus.onDown(resolve)),
      new Promise<void>(resolve => bus.onReconnect(resolve)),
    ];
    render = async () => rendered('dopo la caduta');
    await portal.db.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tavoli-bus' AND datname = current_database()`,
    );
    await down;
    expect((await get('/a')).text).toContain('dopo la caduta');
    await up;
    renderings.length = 0;
    await get('/a');
    await get('/a');
    expect(renderings).toEqual(['/a']);
  });

  it('B-18: say nothing of who asks: the renderer is told the address and nothing else', async () => {
    const headers = { cookie: COOKIE, authorization: 'Bearer segreto', 'x-forwarded-for': '192.0.2.9', 'user-agent': 'spia' };
    await Promise.all(Array.from({ length: 20 }, (_, i) => get(`/a/${i}`, { ...headers, cookie: `__Host-sessione=utente${i}` })));
    expect(told).toHaveLength(20);
    for (const request of told) expect(Object.keys(request as object)).toEqual(['url']);
  });

  it('B-18: leave no copy in the browser of who is signed in, nor in any cache on the way', async () => {
    await get('/a');
    const signedIn = await get('/a', { cookie: `altro=1; ${COOKIE}` });
    expect(signedIn.headers['cache-control']).toBe('private, no-store');
    const anonymous = await get('/a', { cookie: 'preferenze=1' });
    expect(anonymous.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    expect(signedIn.text).toBe(anonymous.text);
  });

  it('B-18: never answer a person who is signed in with 304: their browser has no copy to keep', async () => {
    const { headers } = await get('/a');
    const etag = String(headers.etag);
    expect((await get('/a', { 'if-none-match': etag })).status).toBe(304);
    expect((await get('/a', { 'if-none-match': etag, cookie: COOKIE })).status).toBe(200);
  });

  it('B-18: personal pages are an empty shell, and take no place among the public ones', async () => {
    render = async () => new Response('<!doctype html><app-root></app-root>');
    const [first, second] = [await get('/a/area/designazioni/1'), await get('/a/area/designazioni/2', { cookie: COOKIE })];
    expect(second.text).toBe(first.text);
    expect(second.headers['cache-control']).toBe('private, no-store');
    expect(portal.pages?.cache.size).toBe(0);
  });

  it('B-18: what looks like a file under a page is not that page', async () => {
    const answer = await get('/a/area/x.css', { cookie: COOKIE });
    expect(answer.status).toBe(404);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(renderings).toEqual([]);
  });

  it('answer 304 as long as nothing changes', async () => {
    const first = await get('/a');
    const etag = String(first.headers.etag);
    const again = await get('/a', { 'if-none-match': `"altro", ${etag}` });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
    await change('a');
    expect((await get('/a', { 'if-none-match': etag })).status).toBe(200);
  });

  it('travel compressed as the client likes, and say that they vary', async () => {
    const plain = await get('/a');
    const br = await get('/a', { 'accept-encoding': 'gzip, deflate, br, zstd' });
    const gzip = await get('/a', { 'accept-encoding': 'br;q=0, gzip' });
    expect([plain, br, gzip].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'br', 'gzip']);
    expect(brotliDecompressSync(br.body).toString()).toBe(plain.text);
    expect(gunzipSync(gzip.body).toString()).toBe(plain.text);
    for (const { headers, body } of [plain, br, gzip]) {
      expect(headers.vary).toBe('Accept-Encoding');
      expect(headers['content-length']).toBe(String(body.length));
    }
  });

  it('answer HEAD with the headers of GET and no body', async () => {
    const got = await get('/a');
    const head = await portal.ask('/a', { method: 'HEAD' });
    const comparable = ({ date, 'x-request-id': id, ...rest }: Record<string, unknown>): object => ({
      ...rest,
      date: typeof date,
      id: typeof id,
    });
    expect(comparable(head.headers)).toEqual(comparable(got.headers));
    expect(head.body).toHaveLength(0);
  });

  it('keep the status of what is not found, which is not kept', async () => {
    render = async () => rendered('non trovata', { status: 404 });
    expect([(await get('/boh')).status, (await get('/boh')).status]).toEqual([404, 404]);
    expect(renderings).toEqual(['/boh', '/boh']);
  });

  it('B-17: redirect within the portal only', async () => {
    render = async () => new Response(null, { status: 302, headers: { location: 'https://evil.example//x?y=1' } });
    const { status, headers } = await get('/');
    expect([status, headers.location]).toEqual([302, '/x?y=1']);
  });

  it('say in plain words, or to programs as a problem, that they cannot be shown now', async () => {
    render = async () => {
      throw new Error('guasto');
    };
    const person = await get('/a', { accept: 'text/html' });
    expect([person.status, person.headers['content-type']]).toEqual([500, 'text/html; charset=utf-8']);
    expect(person.text).not.toContain('guasto');
    const program = await get('/a');
    expect(JSON.parse(program.text)).toMatchObject({
      status: 500,
      code: 'errore.interno',
      instance: program.headers['x-request-id'],
    });
  });
});
