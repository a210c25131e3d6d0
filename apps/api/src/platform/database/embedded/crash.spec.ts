import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  answers,
  clusterOf,
  eventually,
  killServer,
  postmasterOf,
  startHostAndKill,
  withDataDir,
  type Host,
  type World,
} from '../../../../testing/embedded.js';
import { onServer } from '../../../../testing/run-server.js';

async function rowsIn(url: string): Promise<Set<number>> {
  const { rows } = await onServer(url, client => client.query<{ n: number }>('SELECT n FROM ricevuta'));
  return new Set(rows.map(row => row.n));
}

const written = (host: Host, rows: number): Promise<void> => eventually(async () => host.acknowledged.length >= rows);

/** A database in which one row is known to be committed, whose server and parent were both killed. */
async function crash({ dataDir, startHost }: World): Promise<void> {
  const host = await startHost('write');
  await written(host, 1);
  await host.signal('SIGKILL');
  await killServer(dataDir);
}

const WRITING = `SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'INSERT%'`;

/** Two processes of the server's own account, whose number the lock file may come to name. */
const STRANGERS = { 'a stranger': 'echo $$; exec sleep 600', 'a zombie': 'true & echo $!; exec sleep 600' };

describe('After kill -9', () => {
  it('F-2: of the application, the next start joins the server left behind and finds every acknowledged row', () =>
    withDataDir(async ({ dataDir, start, startHost }) => {
      const host = await startHost('write');
      await written(host, 200);
      await host.signal('SIGKILL');
      const orphan = await postmasterOf(dataDir);

      const { url, firstStart, stop } = await start();
      expect(firstStart).toBe(false);
      expect(await postmasterOf(dataDir)).toEqual(orphan);
      const found = await rowsIn(url);
      expect(host.acknowledged.filter(n => !found.has(n))).toEqual([]);

      await stop();
      expect(await answers(orphan.port)).toBe(false);
    }));

  it('F-2: of application and server, again and again, no acknowledged row is lost', () =>
    withDataDir(async ({ dataDir, start, startHost }) => {
      const acknowledged: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        const host = await startHost('write');
        await written(host, 100);
        await Promise.all([killServer(dataDir), host.signal('SIGKILL')]);
        acknowledged.push(...host.acknowledged);
      }
      const { url, stop } = await start();
      const found = await rowsIn(url);
      expect(acknowledged.length).toBeGreaterThanOrEqual(300);
      expect(acknowledged.filter(n => !found.has(n))).toEqual([]);
      await stop();
    }));

  it('of the application, at any moment of its first start, nothing stands in the way of the next start', () =>
    withDataDir(async ({ dataDir, start }) => {
      for (let afterMs = 100; afterMs <= 900; afterMs += 200) await startHostAndKill(dataDir, afterMs);
      const { url, stop } = await start();
      expect((await onServer(url, client => client.query('SELECT 1'))).rowCount).toBe(1);
      await stop();
    }));

  it('F-3: of the server alone, it comes back on the same port and the application goes on', () =>
    withDataDir(async ({ dataDir, start }) => {
      const log: string[] = [];
      const { url, stop } = await start(line => log.push(line));
      await onServer(url, client => client.query('CREATE TABLE ricevuta AS SELECT 7 AS n'));
      await killServer(dataDir);
      await eventually(async () => log.some(line => line.includes('di nuovo attivo')));
      expect(await rowsIn(url)).toEqual(new Set([7]));
      await stop();
      expect(await answers(Number(new URL(url).port))).toBe(false);
    }));

  it('of the server alone, a new one waits for the backend that is still writing, and its acknowledged rows stay', () =>
    withDataDir(async ({ dataDir, start }) => {
      const { url, stop } = await start();
      await onServer(url, client => client.query('CREATE TABLE ricevuta (n integer)'));
      const atWork = onServer(url, client => client.query('INSERT INTO ricevuta SELECT n FROM generate_series(1, 2000000) AS n'));
      await eventually(async () => (await onServer(url, client => client.query(WRITING))).rowCount === 1);
      await killServer(dataDir);
      expect((await atWork).rowCount).toBe(2_000_000);

      const count = (): Promise<string> =>
        onServer(url, async client => (await client.query('SELECT count(*) FROM ricevuta')).rows[0].count);
      await eventually(() =>
        count().then(
          () => true,
          () => false,
        ),
      );
      expect(await readFile(join(dataDir, 'postgres/server.log'), 'utf8')).toContain('pre-existing shared memory block');
      expect(await count()).toBe('2000000');
      await stop();
    }));

  it.each(Object.entries(STRANGERS))('a lock file whose number now belongs to %s does not stop the start', (_, script) =>
    withDataDir(async world => {
      await crash(world);
      const { uid, gid } = await stat(clusterOf(world.dataDir));
      const stranger = spawn('/bin/sh', ['-c', script], { uid, gid, cwd: '/', stdio: ['ignore', 'pipe', 'ignore'] });
      try {
        const [pid] = (await once(createInterface({ input: stranger.stdout }), 'line')) as [string];
        const lockFile = join(clusterOf(world.dataDir), 'postmaster.pid');
        await writeFile(lockFile, (await readFile(lockFile, 'utf8')).replace(/^\d+/, pid));
        const { url, stop } = await world.start();
        expect(await rowsIn(url)).toContain(1);
        await stop();
      } finally {
        stranger.kill('SIGKILL');
      }
    }),
  );
});

/** `AuthenticationCleartextPassword` and `AuthenticationOk` followed by `ReadyForQuery`: the two ways to get in without proving anything. */
const IMPOSTORS = {
  'asks for the password in clear': Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]),
  'asks for no password': Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]),
};

describe('A stranger on the port of a server that was killed', () => {
  it.each(Object.entries(IMPOSTORS))('that %s gets nothing, and the real server starts elsewhere', (_, greeting) =>
    withDataDir(async world => {
      await crash(world);
      const { port } = await postmasterOf(world.dataDir);
      const heard: Buffer[] = [];
      const impostor = createServer((socket: Socket) => {
        socket.on('error', () => undefined).on('data', chunk => heard.push(chunk));
        socket.once('data', () => socket.write(greeting));
      }).listen(port, '127.0.0.1');
      await once(impostor, 'listening');
      try {
        const { url, adminUrl, stop } = await world.start();
        expect(Number(new URL(url).port)).not.toBe(port);
        expect(await rowsIn(url)).toContain(1);
        expect(heard.length).toBeGreaterThan(0);
        expect(Buffer.concat(heard).toString()).not.toContain(new URL(adminUrl).password);
        await stop();
      } finally {
        impostor.close();
      }
    }),
  );
});
