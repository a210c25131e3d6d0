import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { runningAsRoot, serverAccount } from './account.js';
import { addresses, ensureApplicationDatabase, type Addresses } from './application-database.js';
import { attach, type Attached } from './attach.js';
import { ensureCluster } from './cluster.js';
import { sweepDrafts } from './drafts.js';
import { remember } from '../../remember.js';
import { asFailure } from './failure.js';
import { findHome } from './home.js';
import { Keeper } from './keeper.js';
import { clusterIn, secretFileIn, serverFolder, type Place } from './place.js';
import { findProgram } from './program.js';

export { EmbeddedPostgresFailure } from './failure.js';
export { removeEmbeddedPostgres } from './home.js';

export interface EmbeddedPostgresOptions {
  /** The product's data folder; the server keeps everything in its `postgres`. */
  dataDir: string;
  /** False for throw-away data only: faster, but a power cut may lose everything. */
  durable?: boolean;
  /** Receives the few sentences worth a line of the log. */
  log?: (line: string) => void;
}

export interface EmbeddedPostgres extends Addresses {
  /** Whether this start created the database `tavoli`. To decide on demo data look inside it: a start may be killed in between. */
  firstStart: boolean;
  /** Leaves the server; the last process to leave shuts it down. To be called at SIGINT and SIGTERM, after the pool is closed. */
  stop(): Promise<void>;
}

/**
 * Runs the PostgreSQL that comes with the project, on the loopback, on a free port. Joins the one that already runs on this folder,
 * be it of another process of ours or left by one that was killed.
 * @throws EmbeddedPostgresFailure where it cannot run, with the reason and what to do, in Italian.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, durable = true, log = () => undefined } = options;
  try {
    const place = await prepare(resolve(dataDir), durable);
    const attached = await attach(place, { durable });
    const keeper = new Keeper(place, durable, log, attached);
    const stop = remember(() => keeper.stop());
    return { ...(await open(place, attached).catch(error => stop().then(() => Promise.reject(error)))), stop };
  } catch (error) {
    throw asFailure(error);
  }
}

async function open(place: Place, { session, port }: Attached): Promise<Addresses & { firstStart: boolean }> {
  const secret = await readFile(place.secretFile, 'utf8');
  return { ...addresses(secret, port), firstStart: await ensureApplicationDatabase(session, secret) };
}

async function prepare(dataDir: string, durable: boolean): Promise<Place> {
  const home = await findHome(dataDir);
  await sweepDrafts(home);
  const server = serverFolder(home);
  const account = await serverAccount(clusterIn(server));
  const program = await findProgram(home, account);
  const place = {
    home,
    account,
    program,
    cluster: clusterIn(server),
    secretFile: secretFileIn(server),
    logFile: join(home, 'server.log'),
  };
  await ensureCluster(place, durable);
  // Two first starts at once choose two accounts: the one that owns the cluster counts.
  return runningAsRoot() ? { ...place, account: await serverAccount(place.cluster) } : place;
}
