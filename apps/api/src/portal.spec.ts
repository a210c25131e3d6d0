import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { testConfig } from '../testing/app.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/embedded.js';
import { onServer } from '../testing/run-server.js';
import { failureSentence } from './platform/ops/failure-sentence.js';
import { Log } from './platform/ops/log.js';
import { startPortal, type Portal } from './portal.js';
import { freePort } from './platform/database/embedded/launch.js';

const silent = new Log('silent', { write: () => undefined });

describe('The portal as a process', () => {
  let database: TestDatabase;
  let portal: Portal | undefined;

  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(async () => {
    await portal?.stop();
    portal = undefined;
    await database.drop();
  });

  async function start(overrides: Record<string, string> = {}): Promise<Portal & { url: string }> {
    portal = await startPortal(testConfig(database.url, { HOST: '127.0.0.1', ...overrides }), database.url, silent);
    return { ...portal, url: `http://127.0.0.1:${portal.port}` };
  }

  /** Keeps the whole of a table for itself until told to let go, so that requests that read it have to wait. */
  async function holding(table: string, during: () => Promise<void>): Promise<void> {
    await onServer(database.url, async client => {
      await client.query('BEGIN');
      await client.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
      await during();
      await client.query('COMMIT');
    });
  }

  it('F-11: when told to stop it serves what it had accepted, refuses what comes later, and then ends', async () => {
    const { url, stop } = await start();
    let accepted: Promise<Response> | undefined;
    let stopped: Promise<void> | undefined;
    await holding('ambito', async () => {
      accepted = fetch(`${url}/api/v1/ambiti`);
      await waiting(database.url);
      stopped = stop();
      await expect(fetch(`${url}/health/live`)).rejects.toThrow();
    });
    const answer = await accepted;
    expect(answer?.status).toBe(200);
    await answer?.json();
    await stopped;
  });

  it('F-11: tells who keeps a connection that it will not serve it again', async () => {
    const { url, stop } = await start();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = (path: string): Promise<{ status: number; connection: string | undefined }> =>
      new Promise((resolve, reject) =>
        request(`${url}${path}`, { agent }, response => {
          response.resume().on('end', () => resolve({ status: response.statusCode ?? 0, connection: response.headers.connection }));
        })
          .on('error', reject)
          .end(),
      );
    expect((await ask('/health/live')).connection).toBe('keep-alive');
    let last: ReturnType<typeof ask> | undefined;
    await holding('ambito', async () => {
      last = ask('/api/v1/ambiti');
      await waiting(database.url);
      void stop();
      await new Promise(resolve => setImmediate(resolve));
    });
    expect((await last)?.status).toBe(200);
    await stop();
    agent.destroy();
  });

  it('F-11: sends live clients away in a way that makes them come back', async () => {
    const { url, stop } = await start();
    const persona = await signedIn(database.url);
    const socket = io(url, {
      transports: ['websocket'],
      extraHeaders: { origin: 'https://tavoli.test', cookie: `__Host-sessione=${persona}` },
      reconnection: false,
      forceNew: true,
    });
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
    const reason = new Promise<string>(resolve => socket.once('disconnect', resolve));
    await stop();
    expect(await reason).toBe('transport close'); // after «io server disconnect» a client stays away
    socket.disconnect();
  });

  it('serves metrics on the loopback, on their own port only, by pattern and without any address of a page', async () => {
    const metricsPort = await freePort();
    const { url } = await start({ METRICS_PORT: String(metricsPort) });
    await fetch(`${url}/api/v1/ambiti/canarino`);
    const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    expect(text).toContain('http_request_duration_seconds_count{method="GET",route="/api/v1/ambiti/:ambito",status="404"} 1');
    expect(text).toContain('bus_up 1');
    expect(text).toContain('files_broken 0');
    expect(text).not.toContain('canarino');
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
  });

  it('is ready when database, schema and disk are, and says which is not', async () => {
    const { url } = await start();
    const ready = await fetch(`${url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      {
        pronto: true,
        database: 'ok',
        migrazioni: 'ok',
        stato: 'ok',
        disco: 'ok',
        file: 'ok',
        bus: 'ok',
        emailInCodaSecondi: null,
        emailUltimoInvioSecondi: null,
        emailGuastaDaSecondi: null,
      },
    ]);
  });

  it('is not ready on a schema of another version', async () => {
    const { url } = await start();
    await onServer(database.url, client => client.query('DELETE FROM migrations'));
    const answer = await fetch(`${url}/health/ready`);
    expect([answer.status, await answer.json()]).toMatchObject([
      503,
      { pronto: false, database: 'ok', stato: 'guasto', migrazioni: 'da applicare', disco: 'ok' },
    ]);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const status = await fetch(`${url}/api/v1/status`);
    expect([status.status, status.headers.get('content-type')]).toEqual([503, 'application/problem+json; charset=utf-8']);
  });

  it('says its state as problem details, also when all is well', async () => {
    const { url } = await start();
    const answer = await fetch(`${url}/api/v1/status`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/problem+json; charset=utf-8']);
    expect(await answer.json()).toMatchObject({ status: 200, title: 'OK' });
  });

  it('as a worker serves no site', async () => {
    const { port } = await start({ PROCESS: 'worker' });
    expect(port).toBeNull();
  });

  it('explains in one sentence that its port is taken', async () => {
    const { port } = await start();
    const second = startPortal(testConfig(database.url, { HOST: '127.0.0.1', PORT: String(port) }), database.url, silent);
    const error: unknown = await second.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(failureSentence(error)).toBe(
      `La porta ${port} è già in uso: ferma l'altro programma oppure scegline un'altra (variabili PORT e METRICS_PORT).`,
    );
  });

  it('F-5: explains in one sentence that it cannot write in DATA_DIR, and does not start', async () => {
    const error: unknown = await start({ DATA_DIR: '/dev/null/dati' }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(failureSentence(error)).toBe(
      'Il portale non può partire: non riesce a scrivere in /dev/null/dati (ENOTDIR). La cartella indicata da DATA_DIR deve essere scrivibile da chi lo avvia.',
    );
  });

  it('F-5: without a disk to write on it is degraded: ready, reading, and refusing files with a sentence until the disk is back', async () => {
    const dataDir = join(tmpdir(), `tavoli-disco-${randomUUID()}`);
    const { url } = await start({ DATA_DIR: dataDir });
    const state = async () => {
      const answer = await fetch(`${url}/health/ready`);
      return [answer.status, ((await answer.json()) as { stato: string }).stato];
    };
    expect(await state()).toEqual([200, 'ok']);
    // A file where the folder was: no one, not even root, writes in it.
    await rename(join(dataDir, 'files'), join(dataDir, 'altrove'));
    await writeFile(join(dataDir, 'files'), '');
    await eventually(async () => (await state()).join() === '200,degradato');
    expect((await fetch(`${url}/api/v1/ambiti`)).status).toBe(200);
    const status = await fetch(`${url}/api/v1/status`);
    expect([status.status, await status.json()]).toEqual([
      200,
      expect.objectContaining({ detail: 'Il servizio funziona, ma in questo momento non può ricevere file.' }),
    ]);
    await rm(join(dataDir, 'files'));
    await rename(join(dataDir, 'altrove'), join(dataDir, 'files'));
    await eventually(async () => (await state()).join() === '200,ok');
    await rm(dataDir, { recursive: true });
  });

  it('explains in one sentence that its database cannot be reached', async () => {
    const url = `postgres://nessuno:segreto@127.0.0.1:${await freePort()}/nessuno`;
    const error: unknown = await startPortal(testConfig(url), url, silent).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(failureSentence(error)).toBe('Il database indicato da DATABASE_URL non risponde: controlla che sia acceso e raggiungibile.');
  });
});

/** Resolves when some session of the database waits for a lock. */
async function waiting(url: string): Promise<void> {
  await onServer(url, async client => {
    for (;;) {
      const { rowCount } = await client.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (rowCount) return;
    }
  });
}

/** @returns the token of an open session */
async function signedIn(url: string): Promise<string> {
  const { DataSource } = await import('typeorm');
  const { Scenario } = await import('../testing/scenario.js');
  const db = await new DataSource({ type: 'postgres', url }).initialize();
  const { token } = await new Scenario(db).persona();
  await db.destroy();
  return token;
}
