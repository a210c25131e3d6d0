import { request } from 'node:http';
import { createTestDatabase, type TestDatabase } from '../../../testing/database.js';
import { listeningPortal, type ListeningPortal } from '../../../testing/portal.js';
import { Scenario } from '../../../testing/scenario.js';
import type { Lane } from '../http/asking.js';
import type { Lanes } from './lanes.js';
import { PdfRenderer } from './pdf-renderer.js';

/** The documents of the real portal, on a real port, while the compiler is held by the test. */
describe('Documents, when visitors ask for many', () => {
  let database: TestDatabase;
  let portal: ListeningPortal;
  let scenario: Scenario;
  let pdf: PdfRenderer;
  let lanes: Lanes;

  beforeAll(async () => {
    database = await createTestDatabase();
    portal = await listeningPortal(database.url);
    scenario = new Scenario(portal.db);
    pdf = portal.app.get(PdfRenderer, { strict: false });
    lanes = (pdf as unknown as { lanes: Lanes }).lanes;
  });
  afterAll(async () => {
    await portal.close();
    await database.drop();
  });

  async function elenco(): Promise<{ path: string; base: Awaited<ReturnType<Scenario['base']>> }> {
    const base = await scenario.base();
    await scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
    return { path: `/api/v1/ambiti/${base.ambito.slug}/tavoli/${base.tavolo.slug}/rappresentanti.pdf`, base };
  }

  const cookie = ({ token }: { token: string }) => ({ headers: { cookie: `__Host-sessione=${token}` } });

  async function until(lane: Lane, waiting: number): Promise<void> {
    while (lanes.in(lane) !== waiting) await new Promise(resolve => setImmediate(resolve));
  }

  it('a hundred requests of a public one make it once, and further ones not at all', async () => {
    const { path } = await elenco();
    const before = pdf.made;
    const answers = await Promise.all(Array.from({ length: 110 }, () => portal.ask(path)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await portal.ask(path)).body.equals(answers[0]?.body ?? Buffer.alloc(0))).toBe(true);
    expect(pdf.made - before).toBe(1);
  });

  it('each stands in the lane of who asks, and leaves it when they go away; what others wait for is made', async () => {
    const [uno, due] = [await elenco(), await elenco()];
    const before = pdf.made;
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const holding = lanes.join(
      'ufficio',
      () => held,
      () => undefined,
    );
    const gone = request({ host: '127.0.0.1', port: portal.port, path: uno.path, agent: false, headers: { Host: 'tavoli.test' } }).on(
      'error',
      () => undefined,
    );
    gone.end();
    await until('pubblico', 1);
    const office = portal.ask(due.path, cookie(due.base.coordinatore));
    await until('ufficio', 1);
    const person = portal.ask(due.path, cookie(due.base.operatore));
    await until('persone', 1);
    gone.destroy();
    await until('pubblico', 0);
    release();
    await holding;
    expect([(await office).status, (await person).status]).toEqual([200, 200]);
    expect(pdf.made - before).toBe(2);
  });
});
