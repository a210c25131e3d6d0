import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { testConfig } from '../../../../testing/app.js';
import { createTestDatabase, type TestDatabase } from '../../../../testing/database.js';
import { listeningPortal, type ListeningPortal } from '../../../../testing/portal.js';
import { Log } from '../../ops/log.js';
import { DEADLINES, fastifyOptions } from '../fastify-options.js';

const MOST = 10;
const PATIENT = { headersMs: 3_600_000, requestMs: 3_600_000, idleMs: 3_600_000, lookEveryMs: 1000 };
/** As production has them, in proportion. */
const SHORT = { headersMs: 300, requestMs: 900, idleMs: 3000, lookEveryMs: 30 };

describe('Connections', () => {
  let database: TestDatabase;
  let portal: ListeningPortal;
  let lines: string[] = [];
  const opened: Socket[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    const log = new Log('info', { write: line => void lines.push(line) });
    portal = await listeningPortal(database.url, { log, deadlines: SHORT });
  });
  beforeEach(() => (lines = []));
  afterEach(async () => {
    await Promise.all(opened.splice(0).map(socket => socket.destroyed || once(socket.destroy(), 'close')));
    while ((await connections()) > 0) await new Promise(resolve => setImmediate(resolve));
  });
  afterAll(async () => {
    await portal.close();
    await database.drop();
  });

  const connections = (of = portal): Promise<number> =>
    new Promise(resolve => of.app.getHttpServer().getConnections((_: unknown, count: number) => resolve(count)));

  async function socket(to = portal): Promise<Socket> {
    const one = connect(to.port, '127.0.0.1').on('error', () => undefined);
    opened.push(one);
    await once(one, 'connect');
    return one;
  }

  /** What comes back until the portal closes the connection. */
  async function untilClosed(one: Socket): Promise<string> {
    let text = '';
    one.setEncoding('utf8').on('data', chunk => (text += chunk));
    await once(one, 'close');
    return text;
  }

  const HEAD = 'POST /api/v1/sessione HTTP/1.1\r\nHost: tavoli.test\r\n';
  it.each([
    ['sends nothing', ''],
    ['sends half a line', 'GET /api'],
    ['never ends its headers', `${HEAD}X-A: b\r\n`],
    ['never sends its body', `${HEAD}Origin: https://tavoli.test\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n`],
    [
      'never sends its file',
      `${HEAD}Origin: https://tavoli.test\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000\r\n\r\n--x\r\n`,
    ],
  ])('a connection that %s is ended by the portal', async (_, bytes) => {
    const one = await socket();
    one.write(bytes);
    const text = await untilClosed(one);
    if (text !== '') expect(text).toMatch(/^HTTP\/1\.1 (?:4\d\d|5\d\d) /);
  });

  it('a connection that drips headers for ever is ended, and the log says so without saying who', async () => {
    const one = await socket();
    one.write(HEAD);
    const drip = setInterval(() => one.write('X-A: b\r\n'), 20);
    expect(await untilClosed(one)).toMatch(/^HTTP\/1\.1 408 /);
    clearInterval(drip);
    expect(lines.map(line => JSON.parse(line) as { evento?: string; rete?: string })).toContainEqual(
      expect.objectContaining({ evento: 'risposta.408', rete: '127.0.0.0/24' }),
    );
  });

  it('one address holds so many connections and no more; when it lets go of one it may have another', async () => {
    const log = new Log('info', { write: line => void lines.push(line) });
    const patient = await listeningPortal(database.url, { log, deadlines: PATIENT, overrides: { CONNECTIONS_PER_ADDRESS: String(MOST) } });
    const held = await Promise.all(Array.from({ length: MOST }, () => socket(patient)));
    await untilClosed(await socket(patient));
    expect(held.every(one => !one.destroyed)).toBe(true);
    expect(lines.filter(line => line.includes('connessioni.troppe'))).toHaveLength(1);
    held[0]?.destroy();
    while ((await connections(patient)) >= MOST) await new Promise(resolve => setImmediate(resolve));
    expect((await patient.ask('/health/live')).status).toBe(200);
    held.forEach(one => one.destroy());
    await patient.close();
  });

  it('production looks every second whether a limit has passed', () => {
    const { http, requestTimeout, connectionTimeout } = fastifyOptions(testConfig(database.url));
    expect(http).toMatchObject({ headersTimeout: DEADLINES.headersMs, connectionsCheckingInterval: 1000 });
    expect([requestTimeout, connectionTimeout]).toEqual([DEADLINES.requestMs, DEADLINES.idleMs]);
  });

  it('behind a proxy each address is counted by itself in the live channel', async () => {
    const proxied = await listeningPortal(database.url, { overrides: { CONNECTIONS_PER_ADDRESS: String(MOST), TRUST_PROXY: 'true' } });
    try {
      const open = async (address: string) =>
        (await proxied.ask('/socket.io/?EIO=4&transport=polling', { headers: { 'x-forwarded-for': address } })).status;
      const statuses = [];
      for (let i = 0; i < 2 * MOST; i += 1) statuses.push(await open('192.0.2.1'));
      expect(statuses).toEqual([...Array<number>(MOST).fill(200), ...Array<number>(MOST).fill(403)]);
      expect(await open('198.51.100.1')).toBe(200);
    } finally {
      await proxied.close();
    }
  });
});
