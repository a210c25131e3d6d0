import { randomUUID } from 'node:crypto';
import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { PROBLEMS, type Problem } from '@tavoli/shared';
import { io, type Socket } from 'socket.io-client';
import { AccessAudit } from '../../src/platform/access/access.audit.js';
import { testWorld, type World } from '../app.js';
import { dueRappresentanti } from '../scenario/rappresentanti.js';
import { buildCast } from './cast.js';
import { rowsOf } from './matrix.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
});
afterAll(() => world.close());

/** Counts and contents of every table, so that a change anywhere shows. */
async function digest(): Promise<unknown> {
  const tables = await world.db.query<{ t: string }[]>(
    `SELECT tablename AS t FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('tentativo', 'sessione', 'idempotenza') ORDER BY 1`,
  );
  const sums = await Promise.all(
    tables.map(({ t }) =>
      world.db.query<{ h: string }[]>(`SELECT md5(coalesce(string_agg(x::text, '' ORDER BY x::text), '')) AS h FROM ${t} x`),
    ),
  );
  return tables.map(({ t }, i) => [t, sums[i]?.[0]?.h]);
}

describe('A-1: a handler that declares no access', () => {
  @Controller('sonda')
  class Sonda {
    @Get()
    aperta() {
      return 'open';
    }
  }
  @Module({ imports: [DiscoveryModule], controllers: [Sonda], providers: [AccessAudit] })
  class Careless {}

  it('stops the start, and is named', async () => {
    const app = await NestFactory.create(Careless, new FastifyAdapter(), { logger: false, abortOnError: false });
    await expect(app.init()).rejects.toThrow('Access is not declared for: Sonda.aperta');
  });
});

describe('A-5: what one may not see', () => {
  it('answers byte for byte as what does not exist, but for the number of the request', async () => {
    const other = await world.scenario.base();
    const foreign = await world.scenario.designazione(other.ambito, { ...other, stato: 'inviata' });
    const draft = await world.scenario.designazione(base.ambito, { ...base, ente: await world.scenario.ente(base.ambito) });
    const bodyAt = async (id: string) => {
      const answer = await world.as(base.coordinatore).get(`/ambiti/${base.ambito.slug}/designazioni/${id}`);
      return [answer.status, answer.text.replace(/"instance":"[^"]+"/, '')];
    };
    const missing = await bodyAt(randomUUID());
    expect([await bodyAt(foreign.id), await bodyAt(draft.id), await bodyAt('non-un-uuid')]).toEqual([missing, missing, missing]);
  });
});

describe('A-6: nobody writes what is not theirs to write', () => {
  const EXTRA = {
    stato: 'accettata',
    ambitoId: randomUUID(),
    id: randomUUID(),
    version: 9,
    veste: 'componente',
    amministratore: true,
    ruolo: 'coordinatore',
    protocolloNumero: 1,
    inviataAt: '2026-01-01T00:00:00Z',
    accountId: randomUUID(),
  };

  it('every body with a property too many is refused whole, and changes nothing', async () => {
    const at = `/ambiti/${base.ambito.slug}`;
    const draft = await world.scenario.designazione(base.ambito, { ...base, ente: base.ente });
    const before = await digest();
    const attempts: [Promise<{ status: number; body: Problem }>, string][] = [];
    for (const [name, value] of Object.entries(EXTRA)) {
      attempts.push([
        world
          .as(base.operatore)
          .put<Problem>(`${at}/designazioni/${draft.id}`, { rappresentanti: dueRappresentanti(), [name]: value }, { version: 1 }),
        name,
      ]);
      attempts.push([
        world.as(base.operatore).post<Problem>(`${at}/enti/${base.ente.id}/designazioni`, {
          avvisoId: base.avviso.id,
          tavoloId: base.tavolo.id,
          rappresentanti: [],
          [name]: value,
        }),
        name,
      ]);
      attempts.push([
        world.as(base.referente).post<Problem>(`${at}/designazioni/${draft.id}/azioni/accetta`, { [name]: value }, { version: 1 }),
        name,
      ]);
      attempts.push([world.as(null).post<Problem>('/account', { email: 'a@prova.test', informativaLetta: true, [name]: value }), name]);
    }
    for (const [attempt, name] of attempts) {
      const { status } = await attempt;
      expect([name, [400, 404].includes(status)]).toEqual([name, true]);
    }
    expect(await digest()).toEqual(before);
  });
});

describe('A-8: what ends, ends at once', () => {
  it('a role that ended opens nothing at the next request', async () => {
    const path = `/ambiti/${base.ambito.slug}/email`;
    expect((await world.as(base.coordinatore).get(path)).status).toBe(200);
    await world.db.query('UPDATE incarico SET al = now() WHERE account_id = $1', [base.coordinatore.id]);
    expect((await world.as(base.coordinatore).get(path)).status).toBe(403);
  });

  it('a session that ended is nobody, and its open socket is closed', async () => {
    await world.app.listen(0, '127.0.0.1');
    const { port } = world.app.getHttpServer().address() as { port: number };
    const socket: Socket = io(`http://127.0.0.1:${port}`, {
      transports: ['websocket'],
      reconnection: false,
      extraHeaders: { cookie: `__Host-sessione=${base.referente.token}`, origin: 'https://tavoli.test', host: 'tavoli.test' },
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    const closed = new Promise<string>(resolve => socket.once('disconnect', resolve));
    expect((await world.as(base.referente).delete('/sessione')).status).toBe(204);
    expect(await closed).toBe('io server disconnect');
    expect((await world.as(base.referente).get('/sessioni')).status).toBe(401);
  });
});

describe('A-10: a secret opens its own thing only', () => {
  it('is refused when it is another one’s, shortened, or of another kind', async () => {
    const d = await world.scenario.designazione(base.ambito, { ...base, stato: 'inviata' });
    const read = (segreto: string) =>
      world.as(null).get<{ persona: { email: string } }>('/consenso', { headers: { 'x-segreto': segreto } });
    const [first, second] = d.persone;
    expect((await read(first?.segreto ?? '')).body.persona.email).toBe(first?.email);
    expect((await read(second?.segreto ?? '')).body.persona.email).toBe(second?.email);
    for (const wrong of [first?.segreto.slice(1) ?? '', `${first?.segreto ?? ''}x`, base.referente.token, '', 'x'.repeat(5000)])
      expect((await read(wrong)).status).toBe(404);
  });
});

describe('B-10: requests from elsewhere', () => {
  const FROM_ELSEWHERE: Record<string, string>[] = [
    { origin: 'https://altrove.test' },
    { origin: 'null' },
    { origin: '' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://tavoli.test.altrove.test' },
  ];

  it('are refused on every route that writes, whoever asks, and change nothing', async () => {
    const cast = await buildCast(world);
    const writes = rowsOf(world, cast).filter(row => row.method !== 'GET');
    const before = await digest();
    for (const row of writes) {
      for (const headers of FROM_ELSEWHERE) {
        const { status } = await world.as(cast.people.coordinatore ?? null).send(row.method, row.url, {}, { version: 1, headers });
        expect([row.name, JSON.stringify(headers), status]).toEqual([row.name, JSON.stringify(headers), 403]);
      }
    }
    expect(await digest()).toEqual(before);
  });

  it('cannot be sent by a form: its content types are not taken', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain']) {
      const answer = await world.app.inject({
        method: 'POST',
        url: '/api/v1/sessione',
        headers: { host: 'tavoli.test', origin: 'https://tavoli.test', 'content-type': type },
        payload: 'a=b',
      });
      expect([type, answer.statusCode]).toEqual([type, 415]);
    }
  });

  it('reading changes nothing', async () => {
    const cast = await buildCast(world);
    const before = await digest();
    for (const row of rowsOf(world, cast).filter(r => r.method === 'GET')) await world.as(cast.people.coordinatore ?? null).get(row.url);
    expect(await digest()).toEqual(before);
  });
});

it('every refusal is a problem of the list, in Italian, with nothing of the inside', async () => {
  const cast = await buildCast(world);
  for (const row of rowsOf(world, cast).filter(r => r.method === 'GET')) {
    const answer = await world.as(null).get<Problem>(row.url);
    if (answer.status < 400) continue;
    expect(Object.keys(PROBLEMS)).toContain(answer.body.code);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.text).not.toMatch(/at .*\.(ts|js):|SELECT |node_modules/);
  }
});
