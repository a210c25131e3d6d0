import { io } from 'socket.io-client';
import type { QueryRunner } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../testing/database.js';
import { listeningPortal, rendered, siteWith, type ListeningPortal, type Reply } from '../../../testing/portal.js';
import { onServer } from '../../../testing/run-server.js';
import { Scenario } from '../../../testing/scenario.js';
import { ModuloService } from '../../contributi/invio/modulo.service.js';
import { asProblem } from '../problem/problem.filter.js';
import { NoConnection } from './lanes.js';

const refused = ({ status, headers, text }: Reply) => ({
  status,
  wait: Number(headers['retry-after']) > 0,
  words: text.includes('Il servizio non è disponibile in questo momento'),
});
const LATER = { status: 503, wait: true, words: true };

let database: TestDatabase;
let portal: ListeningPortal;
let base: Awaited<ReturnType<Scenario['base']>>;
beforeAll(async () => {
  database = await createTestDatabase();
  // A page that shows what the API answers, as the real one does.
  const site = await siteWith(async ({ url }) => {
    const answer = await fetch(`${process.env['INTERNAL_API_ORIGIN'] ?? ''}/api/v1${url ?? ''}`);
    return rendered(await answer.text(), { status: answer.status });
  });
  portal = await listeningPortal(database.url, { site, overrides: { DATABASE_POOL: '8' } });
  base = await new Scenario(portal.db).base();
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

/** Keeps a table for itself meanwhile. */
const holding = (table: string, during: () => Promise<void>): Promise<void> =>
  onServer(database.url, async client => {
    await client.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
    await during().finally(() => client.query('ROLLBACK'));
  });

const cookie = () => ({ Cookie: `__Host-sessione=${base.referente.token}` });

it('F-3: what needs a locked table is told to come back, whoever asks; what does not need it is served meanwhile, however many wait', async () => {
  const { slug } = base.ambito;
  await holding('contributo', async () => {
    const waiting = Array.from({ length: 24 }, (_, n) => portal.ask(`/api/v1/ambiti/${slug}/contributi?limit=${n + 1}`));
    const page = portal.ask(`/ambiti/${slug}/contributi`, { headers: { Accept: 'text/html' } });
    const file = portal.ask(`/api/v1/ambiti/${slug}/dati/contributi.csv`);
    let served = 0;
    for (let n = 0; n < 30; n += 1)
      served += Number(
        (await portal.ask(n % 2 ? '/api/v1/ambiti' : `/api/v1/ambiti/${slug}/tavoli`, n % 2 ? {} : { headers: cookie() })).status === 200,
      );
    expect(served).toBe(30);
    for (const answer of [...(await Promise.all(waiting)), await page, await file]) expect(refused(answer)).toEqual(LATER);
  });
  expect((await portal.ask(`/api/v1/ambiti/${slug}/contributi`)).status).toBe(200);
});

it('F-3: a socket whose session cannot be read is told to come back; a first question that fails is asked again, and not remembered', async () => {
  const modulo = `/api/v1/ambiti/${base.ambito.slug}/tavoli/${base.tavolo.slug}/contributi/modulo`;
  await holding('sessione, modulo_chiave', async () => {
    const asked = Promise.all([portal.ask('/api/v1/sessione', { headers: cookie() }), portal.ask(modulo)]);
    const socket = io(`http://127.0.0.1:${portal.port}`, {
      transports: ['websocket'],
      reconnection: false,
      extraHeaders: { Host: 'tavoli.test', Origin: 'https://tavoli.test', ...cookie() },
    });
    const error = await new Promise<Error>(resolve => socket.once('connect_error', resolve));
    socket.close();
    expect(error.message).toBe('servizio.non_disponibile');
    for (const answer of await asked) expect(refused(answer)).toEqual(LATER);
  });
  expect((await portal.ask(modulo)).status).toBe(200);
});

it('F-3: a pool without a free connection tells to come back, calendars included', async () => {
  const runners: QueryRunner[] = Array.from({ length: 8 }, () => portal.db.createQueryRunner());
  for (const runner of runners) await runner.connect();
  const answers = await Promise.all([`/api/v1/ambiti`, `/cal/${base.ambito.slug}.ics`].map(path => portal.ask(path)));
  await Promise.all(runners.map(runner => runner.release()));
  expect(answers.map(refused)).toEqual([LATER, LATER]);
  expect((await portal.ask('/api/v1/ambiti')).status).toBe(200);
});

it('no form is ever signed with an empty key', async () => {
  for (const sql of [`UPDATE modulo_chiave SET chiave = ''`, 'DELETE FROM modulo_chiave']) {
    await portal.db.query(sql);
    await expect(new ModuloService(portal.db).firma(base.tavolo.id, 0)).rejects.toThrow('key');
  }
});

it('F-3: whatever says that the database is not there, or is busy, is "come back later"; what is our fault is not', () => {
  const pg = (code: string) => Object.assign(new Error('x'), { code });
  const typeorm = (name: string) => Object.assign(new Error('x'), { name });
  const away = [
    ...[
      '08000',
      '08006',
      '57P01',
      '57P02',
      '57P03',
      '53300',
      '53100',
      '40001',
      '40P01',
      '55P03',
      '57014',
      '25P03',
      '25006',
      '28P01',
      '3D000',
      '58030',
      '25P04',
      'ECONNREFUSED',
      'ECONNRESET',
      'EPIPE',
      'ETIMEDOUT',
      'ENOTFOUND',
      'EAI_AGAIN',
    ].map(pg),
    typeorm('QueryRunnerAlreadyReleasedError'),
    typeorm('QueryRunnerProviderAlreadyReleasedError'),
    new NoConnection(),
    new Error('x', { cause: pg('57P01') }),
    { driverError: pg('55P03') },
  ];
  for (const error of away) expect(asProblem(error)).toMatchObject({ code: 'servizio.non_disponibile', extra: { retryAfter: 5 } });
  for (const error of [pg('23505'), pg('42601'), pg('22P02'), new TypeError('x'), new Error('x'), null])
    expect(asProblem(error ?? {})).toMatchObject({ code: 'errore.interno' });
});
