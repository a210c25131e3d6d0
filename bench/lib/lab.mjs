import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ROOT } from '../../scripts/lib/workspace.mjs';
import { startProduct, startTapped } from './product.mjs';
import { startRaw } from './raw.mjs';

const { startEmbeddedPostgres, removeEmbeddedPostgres } = await import(join(ROOT, 'dist/apps/api/src/platform/database/embedded/index.js'));
const { Scenario } = await import(join(ROOT, 'apps/api/testing/scenario.ts'));

/**
 * The place of the measures: a durable PostgreSQL in a temporary folder, and in it three equal copies of one world (the demo, told by
 * the product itself, and what each benchmark seeds): one for the product, one for the raw limit, one for the product with its statements told.
 */
export async function openLab(benchmarks) {
  const closing = [];
  const close = async () => {
    for (const undo of closing.splice(0).reverse()) await undo();
  };
  try {
    return { ...(await open(benchmarks, closing)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(benchmarks, closing) {
  const { dataDir, postgres } = await startPostgres(closing);
  await tellDemo(dataDir, postgres.url);
  const seeded = await seed(postgres.url, benchmarks);
  const urls = { product: postgres.url, raw: await copy(postgres, 'raw'), tapped: await copy(postgres, 'tapped') };
  const keep = server => {
    closing.push(() => server.stop());
    return server;
  };
  let tapped;
  return {
    urls,
    seeded,
    product: keep(await startProduct(dataDir, urls.product)),
    /** The product that tells its statements: for counting and for recording, never for measuring. */
    tapped: () => (tapped ??= startTapped(dataDir, urls.tapped).then(keep)),
    /** Another process of the product on the same database, configured otherwise. */
    also: async env => keep(await startProduct(dataDir, urls.product, env)),
    raw: async (program, task) => keep(await startRaw(program, task)),
    sql: (which, text, values) => onDatabase(urls[which], async client => (await client.query(text, values)).rows),
    connect: (which, use) => onDatabase(urls[which], use),
  };
}

async function startPostgres(closing) {
  const dataDir = await mkdtemp(join(tmpdir(), 'tavoli-bench-'));
  await chmod(dataDir, 0o711); // as root the server runs as another account, which must pass
  const postgres = await startEmbeddedPostgres({ dataDir });
  closing.push(async () => {
    await postgres.stop();
    await removeEmbeddedPostgres(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  });
  const reaper = [join(ROOT, 'apps/api/testing/reaper.mjs'), await realpath(join(dataDir, 'postgres')), dataDir];
  const child = spawn(process.execPath, reaper, { stdio: ['pipe', 'ignore', 'ignore'], detached: true, windowsHide: true });
  child.unref();
  child.stdin.unref();
  return { dataDir, postgres };
}

/** The demo tells its story with real commands, on the same embedded server. */
async function tellDemo(dataDir) {
  const demo = await startProduct(dataDir, null);
  await demo.stop();
}

/** Each benchmark adds its own to the world; what its `seed` returns is its own again at `run`, as `lab.seeded[name]`. */
async function seed(url, benchmarks) {
  return onDatabase(url, async client => {
    await client.query('BEGIN');
    const query = async (text, values) => (await client.query(text, values)).rows;
    const scenario = new Scenario({ query });
    const seeded = {};
    for (const { name, seed: own } of benchmarks) seeded[name] = await own?.(scenario, query);
    await client.query('COMMIT');
    await client.query('VACUUM ANALYZE');
    return seeded;
  });
}

async function copy({ adminUrl, url }, suffix) {
  const to = new URL(url);
  const name = to.pathname.slice(1);
  to.pathname = `/${name}_${suffix}`;
  await onDatabase(adminUrl, client => client.query(`CREATE DATABASE ${name}_${suffix} TEMPLATE ${name} OWNER ${to.username}`));
  return to.href;
}

async function onDatabase(url, use) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
