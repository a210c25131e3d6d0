import { connect } from 'node:net';
import { createTestDatabase, type TestDatabase } from '../../../testing/database.js';
import { listeningPortal, rendered, siteWith, type ListeningPortal, type Reply } from '../../../testing/portal.js';
import type { Site } from '../ssr/site.js';

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
};

describe('What every answer carries', () => {
  let database: TestDatabase;
  let site: Site & { remove(): Promise<void> };
  let portal: ListeningPortal;

  beforeAll(async () => {
    site = await siteWith(async ({ url }) => (url === '/rotta' ? Promise.reject(new Error('guasto')) : rendered('pagina')));
    database = await createTestDatabase();
    portal = await listeningPortal(database.url, { site });
  });

  afterAll(async () => {
    await portal.close();
    await database.drop();
    await site.remove();
  });

  function expectDressed({ headers }: Pick<Reply, 'headers'>): void {
    expect(headers).toMatchObject(EVERYWHERE);
    expect(headers['permissions-policy']).toContain('geolocation=()');
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/default-src '(?:self|none)'/);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).toContain(`base-uri 'none'`);
    expect(policy).not.toContain('unsafe');
  }

  it.each([
    ['a page', '/a', {}, 200],
    ['a page compressed', '/a', { headers: { 'accept-encoding': 'br' } }, 200],
    ['a page for who is signed in', '/a', { headers: { cookie: '__Host-sessione=x' } }, 200],
    ['a page that fails', '/rotta', {}, 500],
    ['a file', '/favicon.svg', {}, 200],
    ['a file that is not there', '/favicon.ico', {}, 404],
    ['the API', '/api/v1/status', {}, 200],
    ['an error of the API', '/api/v1/ambiti/nessuno', {}, 404],
    ['an address the API does not know', '/api/v2/boh', {}, 404],
    ['a change refused for its origin', '/api/v1/ambiti/a/designazioni/accettazioni', { method: 'POST' }, 403],
    [
      'a type of body that nobody reads',
      '/api/v1/ambiti/a/designazioni/accettazioni',
      { method: 'POST', headers: { 'content-type': 'text/xml', 'content-length': '0' } },
      415,
    ],
    ['an URL that cannot be decoded', '/api/v1/%E0%A4%A', {}, 400],
    ['an endless segment', `/api/v1/ambiti/${'x'.repeat(5000)}`, {}, 404],
    ['health', '/health/live', {}, 200],
    ['an unknown host', '/a', { headers: { Host: 'evil.example' } }, 421],
    ['TRACE', '/a', { method: 'TRACE' }, 405],
    ['OPTIONS', '/api/v1/status', { method: 'OPTIONS' }, 405],
    ['a method from WebDAV', '/a', { method: 'PROPFIND' }, 405],
    ['a change of a page', '/a', { method: 'POST' }, 404],
    ['a handshake of the live channel', '/socket.io/?EIO=4&transport=polling', {}, 200],
    ['a handshake refused', '/socket.io/?EIO=4&transport=polling', { headers: { origin: 'https://evil.example' } }, 403],
    ['nonsense on the live channel', '/socket.io/?EIO=9&transport=boh', {}, 400],
  ])('B-19: %s has the headers of its class', async (_, path, options, status) => {
    const reply = await portal.ask(path, options);
    expect([path, reply.status]).toEqual([path, status]);
    expectDressed(reply);
  });

  it.each([
    'BOH / HTTP/1.1\r\nHost: tavoli.test\r\n\r\n',
    'GET / HTTP/1.1\r\nConnection: close\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: tavoli.test\r\nContent-Length: x\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: tavoli.test\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
  ])('B-19: even what is hardly HTTP is answered so: %#', async bytes => {
    const text = await exchange(portal.port, bytes);
    expect(text).toMatch(/^HTTP\/1\.1 4\d\d /);
    const [head = '', body = ''] = text.split('\r\n\r\n');
    const headers = Object.fromEntries(
      head
        .split('\r\n')
        .slice(1)
        .map(line => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
    );
    if (body !== '') {
      expectDressed({ headers });
      expect(JSON.parse(body)).toMatchObject({ type: expect.any(String), status: Number(text.slice(9, 12)) });
    }
  });

  it('answers of the API are kept by no one; errors are problems that can be quoted', async () => {
    const { headers, text } = await portal.ask('/api/v1/ambiti/nessuno');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(JSON.parse(text).instance).toBe(headers['x-request-id']);
  });

  it('B-17: an unknown host gets nothing, anywhere', async () => {
    for (const path of ['/', '/a', '/favicon.svg', '/api/v1/status', '/socket.io/?EIO=4&transport=polling']) {
      const reply = await portal.ask(path, { headers: { Host: 'evil.example' } });
      expect([path, reply.status >= 400]).toEqual([path, true]);
      expect(reply.text).not.toContain('evil');
    }
  });

  it('B-17: no header of a proxy changes where we are, unless a proxy is trusted', async () => {
    const forwarded = {
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Proto': 'http',
      'X-Forwarded-Prefix': '/evil',
      'X-Request-Id': 'deciso-da-me',
    };
    const { status, text, headers } = await portal.ask('/a', { headers: forwarded });
    expect(status).toBe(200);
    expect(text + JSON.stringify(headers)).not.toMatch(/evil|deciso-da-me/);
  });

  it('probes may ask for the health by address', async () => {
    expect((await portal.ask('/health/ready', { headers: { Host: '203.0.113.7:3000' } })).status).toBe(200);
  });

  it('files named by their content are kept for a year, others for a day, and none shows the site’s own documents', async () => {
    const hashed = await portal.ask('/main-A1b2_C-d.js');
    expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(hashed.headers['content-type']).toContain('javascript');
    expect((await portal.ask('/fonts/titillium.woff2')).headers['cache-control']).toBe('public, max-age=86400');
    for (const path of ['/index.csr.html', '/main-A1b2_C-d.js.gz', '/../package.json', '/fonts/..%2findex.csr.html']) {
      expect((await portal.ask(path)).text).not.toMatch(/guscio|compressa|tavoli-tematici/);
    }
  });

  it('files travel as they were compressed by the build', async () => {
    const { headers, text } = await portal.ask('/main-A1b2_C-d.js', { headers: { 'accept-encoding': 'gzip, br' } });
    expect([headers['content-encoding'], headers.vary, text]).toEqual(['gzip', 'accept-encoding', 'compressa']);
    expect(headers['cache-control']).toContain('immutable');
  });
});

/** Sends raw bytes, and gives whatever comes back until the other side closes. */
function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket
      .setEncoding('utf8')
      .on('data', chunk => (text += chunk))
      .on('close', () => resolve(text))
      .on('error', reject);
  });
}
