import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../../scripts/lib/workspace.mjs';

export const HOST = 'tavoli.test';
export const ORIGIN = `https://${HOST}`;
const MAIN = join(ROOT, 'dist/apps/api/src/main.js');
const PATIENCE_MS = 60_000;

/** What a page of ours sends with a request of this person; null: of nobody. */
export const headersOf = persona => ({
  host: HOST,
  origin: ORIGIN,
  'sec-fetch-site': 'same-origin',
  'accept-encoding': 'gzip, deflate, br, zstd',
  ...(persona === null ? {} : { cookie: `__Host-sessione=${persona.token}` }),
});

/** The built product as in production on the database at `url`; without one, the demo on the embedded server of the folder. */
export function startProduct(dataDir, url, env = {}) {
  return launch(dataDir, url, [], env);
}

/** The same, which also tells every statement that a request causes. `told(work)` resolves to the requests served during `work`, each with its statements. */
export async function startTapped(dataDir, url) {
  const server = await launch(dataDir, url, ['--import', join(ROOT, 'bench/lib/tap.mjs')]);
  const told = async work => {
    const requests = [];
    const listen = request => request.path.startsWith('/health/') || requests.push(request);
    server.child.on('message', listen);
    await work();
    await sleep(50); // what was told last is still on its way
    server.child.off('message', listen);
    return requests;
  };
  return { ...server, told };
}

async function launch(dataDir, url, execArgv, extra = {}) {
  const port = await freePort();
  const production = {
    NODE_ENV: 'production',
    DATABASE_URL: url,
    PUBLIC_ORIGIN: ORIGIN,
    SMTP_URL: 'smtp://127.0.0.1:9',
    PROCESS: 'web',
    // Whoever measures is on this machine.
    BURST_PER_ADDRESS: '1000000',
    CONNECTIONS_PER_ADDRESS: '100000',
    TRUST_PROXY: 'true', // senders of a burst come from networks of their own
  };
  const env = {
    ...clean(process.env),
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataDir,
    ...(url === null ? {} : production),
    ...extra,
  };
  const child = fork(MAIN, [], {
    cwd: ROOT,
    env,
    execArgv,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  process.once('exit', () => child.kill('SIGKILL'));
  await ready(port, url === null ? `localhost:${port}` : HOST, child);
  return { child, pid: child.pid, port, stop };
}

/** Of what we were started with, nothing that the product would read as its configuration. */
function clean({ PATH, HOME, TZ, LANG, SystemRoot, TEMP, TMPDIR }) {
  return { PATH, HOME, TZ, LANG, SystemRoot, TEMP, TMPDIR };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function ready(port, host, child) {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    if (child.exitCode !== null) throw new Error('Il prodotto non è partito.');
    if ((await status(port, host)) === 200) return;
    await sleep(50);
  }
  child.kill('SIGKILL');
  throw new Error('Il prodotto non è mai stato pronto.');
}

function status(port, host) {
  const { promise, resolve } = Promise.withResolvers();
  get({ port, host: '127.0.0.1', path: '/health/ready', headers: { host }, agent: false }, answer => {
    answer.resume();
    resolve(answer.statusCode);
  }).on('error', () => resolve(0));
  return promise;
}
