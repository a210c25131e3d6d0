import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answers, killServer, postmasterOf, withDataDir } from '../../../../testing/embedded.js';
import { onServer } from '../../../../testing/run-server.js';

const portOf = (url: string): number => Number(new URL(url).port);

describe('Several processes on the same data folder', () => {
  it('that start for the first time at once use one server, which one of them made', () =>
    withDataDir(async ({ startHost }) => {
      const hosts = await Promise.all([1, 2, 3].map(() => startHost()));
      expect(new Set(hosts.map(host => host.url)).size).toBe(1);
      expect(hosts.filter(host => host.firstStart)).toHaveLength(1);
      await Promise.all(hosts.map(host => host.signal('SIGTERM')));
      expect(await answers(portOf(hosts[0]?.url ?? ''))).toBe(false);
    }));

  it('that start at once after a crash use one server, with the data of before', () =>
    withDataDir(async ({ dataDir, start, startHost }) => {
      const before = await startHost();
      await onServer(before.url, client => client.query('CREATE TABLE avviso AS SELECT 1 AS id'));
      await before.signal('SIGKILL');
      await killServer(dataDir);
      const servers = await Promise.all([start(), startHost(), start(), startHost(), start()]);
      expect(new Set(servers.map(server => server.url)).size).toBe(1);
      for (const { url } of servers) expect((await onServer(url, client => client.query('TABLE avviso'))).rows).toEqual([{ id: 1 }]);
      const log = await readFile(join(dataDir, 'postgres/server.log'), 'utf8');
      expect(log.match(/ready to accept connections/g)).toHaveLength(2);
    }));

  it('lose the server only when the last of them leaves', () =>
    withDataDir(async ({ dataDir, start, startHost }) => {
      const host = await startHost('write');
      const guest = await start();
      expect(guest.url).toBe(host.url);
      const { pid, port } = await postmasterOf(dataDir);

      await host.signal('SIGTERM');
      expect(await postmasterOf(dataDir)).toEqual({ pid, port });
      expect((await onServer(guest.url, client => client.query('SELECT 1'))).rowCount).toBe(1);

      await guest.stop();
      expect(await answers(port)).toBe(false);
    }));
});
