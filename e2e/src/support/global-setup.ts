import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const READY_WITHIN_MS = 600_000;
const ROOT = join(import.meta.dirname, '../../..');

/** Starts the product as `npm start` does, demo included, on a database and a port of its own. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'tavoli-e2e-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  // The demo lives on the embedded server only, whatever database the rest of the suite uses.
  const { DATABASE_URL: _, ...env } = process.env;
  const server = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
    cwd: ROOT,
    // All browsers of the stories are on this machine: together they ask for more than one visitor would.
    env: {
      ...env,
      BURST_PER_ADDRESS: '100000',
      CONNECTIONS_PER_ADDRESS: '10000',
      NODE_ENV: 'development',
      PORT: String(port),
      DATA_DIR: join(folder, 'data'),
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await ready(server, origin);
  process.env['BASE_URL'] = origin;
  process.env['PORTAL_DATA_DIR'] = join(folder, 'data');
  return async () => {
    const ended = new Promise(resolve => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
}

async function ready(server: ChildProcess, origin: string): Promise<void> {
  const end = Date.now() + READY_WITHIN_MS;
  while (Date.now() < end) {
    if (server.exitCode !== null) throw new Error(`The portal ended with code ${server.exitCode} before it was ready.`);
    const answer = await fetch(`${origin}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  server.kill('SIGKILL');
  throw new Error('The portal was not ready in ten minutes.');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
