import { lstat, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { clusterOf, postmasterOf, withDataDir } from '../../../../testing/embedded.js';
import { onServer } from '../../../../testing/run-server.js';
import { canReach, handOver, namedAccount, runningAsRoot } from './account.js';

const UNREACHABLE = 0o700;

async function ownerOfServer(dataDir: string): Promise<number> {
  return (await stat(`/proc/${(await postmasterOf(dataDir)).pid}`)).uid;
}

if (!runningAsRoot()) {
  describe('As an ordinary user, the embedded PostgreSQL', () => {
    it('runs as that user, who alone can enter its folder', () =>
      withDataDir(async ({ dataDir, start }) => {
        const { stop } = await start();
        expect(await ownerOfServer(dataDir)).toBe(process.getuid?.());
        expect((await stat(join(dataDir, 'postgres'))).mode & 0o777).toBe(0o700);
        await stop();
      }));
  });
} else {
  describe('As root, the embedded PostgreSQL', () => {
    it('runs as an account that no service of the machine has, and keeps its password from it', () =>
      withDataDir(async ({ dataDir, start }) => {
        const { stop } = await start();
        const { uid } = await stat(clusterOf(dataDir));
        expect(uid).toBeGreaterThan(60_000);
        expect(await ownerOfServer(dataDir)).toBe(uid);
        expect((await stat(join(dataDir, 'postgres/server/password'))).uid).toBe(0);
        await stop();
      }));

    it('keeps its data under the data folder where its account can reach it', () =>
      withDataDir(async ({ dataDir, start }) => {
        await (await start()).stop();
        expect((await lstat(join(dataDir, 'postgres'))).isDirectory()).toBe(true);
      }));

    it('keeps its data in a folder of root, to which a link leads, where its account cannot', () =>
      withDataDir(async ({ dataDir, start }) => {
        const first = await start();
        await onServer(first.url, client => client.query('CREATE TABLE ente AS SELECT 1 AS id'));
        await first.stop();
        expect(await readlink(join(dataDir, 'postgres'))).toMatch(/^\/var\/lib\/tavoli-tematici\/dati-\w{6}$/);

        const second = await start();
        expect((await onServer(second.url, client => client.query('TABLE ente'))).rows).toEqual([{ id: 1 }]);
        await second.stop();
      }, UNREACHABLE));

    it('takes back data that a copy has given to root', () =>
      withDataDir(async ({ dataDir, start }) => {
        await (await start()).stop();
        await handOver(clusterOf(dataDir), { uid: 0, gid: 0 });
        const { stop } = await start();
        expect(await ownerOfServer(dataDir)).not.toBe(0);
        await stop();
      }));

    it('serves the data of an ordinary user as that user', () =>
      withDataDir(async ({ dataDir, start, startHost }) => {
        const user = await namedAccount();
        expect(await canReach(user, import.meta.dirname)).toBe(true);
        await handOver(dataDir, user);
        const host = await startHost(undefined, user);
        expect(host.firstStart).toBe(true);
        expect(await ownerOfServer(dataDir)).toBe(user.uid);
        await host.signal('SIGTERM');

        const { firstStart, stop } = await start();
        expect(firstStart).toBe(false);
        expect(await ownerOfServer(dataDir)).toBe(user.uid);
        await stop();
      }));

    it('tells an ordinary user whose the data are', () =>
      withDataDir(async ({ start, startHost }) => {
        await (await start()).stop();
        await expect(startHost(undefined, await namedAccount())).rejects.toThrow(/Imposta DATABASE_URL/);
      }));
  });
}
