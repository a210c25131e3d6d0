import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { runMigrations } from '../../src/platform/database/migrate.js';
import { testWorld, type World } from '../app.js';
import { newKey } from '../client.js';
import { eventually, killServer, withDataDir } from '../embedded.js';
import { bozzaDi } from '../scenario/incontri.js';
import { onServer } from '../run-server.js';
import { Scenario } from '../scenario.js';
import { ask, startPortal, type Answered, type Portal } from './dying-portal.js';

let portal: Portal | undefined;
let world: World | undefined;
afterEach(async () => {
  portal?.kill();
  await portal?.ended;
  await world?.close();
  portal = world = undefined;
});

type Base = Awaited<ReturnType<World['scenario']['base']>>;
const variables = { PROCESS: 'all' };

/** What was sent, and every answer that came back. */
class Traffic {
  readonly answers: Answered[] = [];
  readonly acknowledged: string[] = [];
  cut = 0;
  private running = true;
  private readonly people: Promise<void>[];

  constructor(
    private readonly portal: Portal,
    private readonly base: Base,
  ) {
    const { slug } = base.ambito;
    const pages = ['/ambiti', `/ambiti/${slug}`, `/ambiti/${slug}/tavoli`, `/ambiti/${slug}/incontri`, `/ambiti/${slug}/contributi`];
    this.people = [
      this.reader(pages, {}),
      this.reader(['/sessione', ...pages], { cookie: `__Host-sessione=${base.referente.token}` }),
      this.writer(),
      this.writer(),
    ];
  }

  async stop(): Promise<void> {
    this.running = false;
    await Promise.all(this.people);
  }

  private async send(method: string, path: string, headers: Record<string, string>, body?: string): Promise<Answered | null> {
    const answer = await ask(this.portal.port, method, path, headers, body).catch(() => null);
    if (answer === null) this.cut += 1;
    else this.answers.push(answer);
    return answer;
  }

  private async reader(paths: readonly string[], headers: Record<string, string>): Promise<void> {
    for (let n = 0; this.running; n += 1) await this.send('GET', paths[n % paths.length] ?? '', headers);
  }

  /** Like a page: what got no good answer is sent again, with the same key. */
  private async writer(): Promise<void> {
    while (this.running) {
      const titolo = `Incontro ${randomUUID()}`;
      const headers = {
        cookie: `__Host-sessione=${this.base.referente.token}`,
        'content-type': 'application/json',
        'idempotency-key': newKey(),
      };
      const body = JSON.stringify({ ...bozzaDi(), titolo });
      const path = `/ambiti/${this.base.ambito.slug}/tavoli/${this.base.tavolo.slug}/incontri`;
      for (let again = true; again;) {
        const answer = await this.send('POST', path, headers, body);
        if (answer?.status === 201) this.acknowledged.push(titolo);
        again = answer === null || answer.status === 503 || answer.status === 409;
        if (again) await pause(20);
      }
    }
  }
}

/** No refusal but "come back later", which says when; nobody cut off; nothing acknowledged is lost or doubled. */
async function holds(traffic: Traffic, titles: () => Promise<string[]>): Promise<void> {
  await traffic.stop();
  const odd = traffic.answers.filter(a => ![200, 201, 409, 503].includes(a.status) || (a.status === 503 && a.retryAfter === undefined));
  expect(odd).toEqual([]);
  expect(traffic.cut).toBe(0);
  expect((await titles()).sort()).toEqual([...traffic.acknowledged].sort());
}

const TITOLI = 'SELECT titolo FROM incontro WHERE ambito_id = $1';

it('F-2, F-3: every connection to the database is ended again and again under load: requests are served or told to come back, nothing acknowledged is lost, the process lives', async () => {
  world = await testWorld(variables);
  const { db } = world;
  const base = await world.scenario.base();
  portal = await startPortal(world.url, { overrides: variables });
  const traffic = new Traffic(portal, base);
  await onServer(world.url, async client => {
    for (let round = 0; round < 25; round += 1) {
      const before = traffic.answers.length;
      await client.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
      await eventually(async () => traffic.answers.length >= before + 8);
    }
  });
  const acknowledged = traffic.acknowledged.length;
  await eventually(async () => traffic.acknowledged.length > acknowledged);
  await holds(traffic, async () => (await db.query<{ titolo: string }[]>(TITOLI, [base.ambito.id])).map(r => r.titolo));
  expect(traffic.answers.filter(a => a.status === 200).length).toBeGreaterThan(25);
  portal.kill();
  expect(await portal.ended).toBe('SIGKILL');
});

it('F-3: the database server is killed with kill -9 under load: the embedded one comes back by itself, and the portal with it', () =>
  withDataDir(async ({ dataDir, start }) => {
    const { url, applicationUrl } = await start();
    await runMigrations(url, applicationUrl);
    portal = await startPortal(applicationUrl, { overrides: variables });
    const { base, titles } = await stage(url);
    const traffic = new Traffic(portal, base);
    for (let kill = 0; kill < 2; kill += 1) {
      const acknowledged = traffic.acknowledged.length;
      await eventually(async () => traffic.acknowledged.length >= acknowledged + 5);
      await killServer(dataDir);
      await eventually(async () => traffic.answers.at(-1)?.status === 503 || traffic.acknowledged.length > acknowledged + 10);
    }
    const acknowledged = traffic.acknowledged.length;
    await eventually(async () => traffic.acknowledged.length > acknowledged + 5);
    await holds(traffic, titles);
    portal.kill();
    expect(await portal.ended).toBe('SIGKILL');
  }));

/** A tavolo on a database that no test world has made. */
async function stage(url: string): Promise<{ base: Base; titles: () => Promise<string[]> }> {
  const staged = await testWorld(variables, undefined, url);
  const base = await new Scenario(staged.db).base();
  await staged.close();
  const titles = () =>
    onServer(url, async client => (await client.query<{ titolo: string }>(TITOLI, [base.ambito.id])).rows.map(r => r.titolo));
  return { base, titles };
}
