import pg from 'pg';
import { currentWork, Lanes, LAVORI, type Limits, type Work } from './lanes.js';

/** SQLSTATE of a connection that failed: for the errors that node-postgres makes itself, which have none. */
const CONNECTION_FAILURE = '08006';
/** What the server ends because it took too long: a wait for a lock, a statement, a transaction left open. */
const LIMITS_REACHED = new Set(['55P03', '57014', '25P03', '25P04']);
const NO_ANSWER = 'Query read timeout';
/** Between a limit of the server and ours: a server that has not kept its own by then is gone. */
const GRACE_MS = 5_000;

export type { PoolClient, QueryResult } from 'pg';

const ignore = (): void => undefined;

interface Inside {
  readonly connectionParameters: { query_timeout?: number };
  readonly connection: { readonly stream: { destroy(): void } };
}

/**
 * A connection of this product: the only module that may import `pg` (lint). Whoever has one in hand hears of its loss by the query that fails;
 * but it may be lost when nobody has (the server ends it in the very instant in which it is handed over), and an 'error' that nobody hears ends
 * the process.
 */
export class Client extends pg.Client {
  /** Told when a question runs into one of its limits. */
  onLimit: () => void = ignore;
  private limits: Limits | undefined;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', ignore);
    const query = this.query.bind(this) as (...args: unknown[]) => unknown;
    this.query = ((...args: unknown[]) => this.watched(query(...args))) as typeof this.query;
  }

  /** Makes the server, and ourselves should it say nothing, end what takes longer. */
  async limit(limits: Limits): Promise<void> {
    if (this.limits === limits) return;
    const { lockMs, statementMs, idleMs } = limits;
    (this as unknown as Inside).connectionParameters.query_timeout = statementMs === 0 ? 0 : statementMs + GRACE_MS;
    const sql = `SELECT set_config('lock_timeout', $1, false), set_config('statement_timeout', $2, false), set_config('idle_in_transaction_session_timeout', $3, false)`;
    await this.query(sql, [`${lockMs}`, `${statementMs}`, `${idleMs}`]);
    this.limits = limits;
  }

  private watched(result: unknown): unknown {
    if (!(result instanceof Promise)) return result;
    return result.catch((error: unknown) => {
      const { code, message } = error as { code?: string; message?: string };
      if (message === NO_ANSWER || LIMITS_REACHED.has(code ?? '')) this.onLimit();
      // The server may still be at it: whoever had the connection next would wait for an answer that is not theirs.
      if (message === NO_ANSWER) (this as unknown as Inside).connection.stream.destroy();
      throw marked(error);
    });
  }
}

/** Connections that are taken and given back; idle or in hand, their loss never ends the process. */
export class Pool extends pg.Pool {
  constructor(config: pg.PoolConfig = {}) {
    super({ ...config, Client } as pg.PoolConfig);
    this.on('error', ignore);
  }
}

type Taken = (error: Error | undefined, client?: pg.PoolClient, release?: (error?: Error | boolean) => void) => void;

/** A pool that is shared out by lanes, each work under its own limits (see `lanes.ts`). */
export class SharedPool extends Pool {
  private readonly shares: Lanes;

  constructor(config: pg.PoolConfig = {}) {
    super(config);
    this.shares = new Lanes(config.max ?? 10, config.connectionTimeoutMillis ?? GRACE_MS);
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(taken: Taken): void;
  override connect(taken?: Taken): Promise<pg.PoolClient> | void {
    const work = currentWork();
    const client = work === undefined ? this.connection(LAVORI) : this.share(work);
    if (taken === undefined) return client;
    client.then(
      c => taken(undefined, c, error => c.release(error)),
      (error: Error) => taken(error),
    );
  }

  private async share(work: Work): Promise<pg.PoolClient> {
    const leave = await this.shares.enter(work);
    try {
      const client = await this.connection(work.limits);
      const release = client.release.bind(client);
      (client as unknown as Client).onLimit = () => this.shares.ranIntoLimit(work);
      client.release = error => {
        (client as unknown as Client).onLimit = ignore;
        leave();
        release(error);
      };
      return client;
    } catch (error) {
      leave();
      throw error;
    }
  }

  private async connection(limits: Limits): Promise<pg.PoolClient> {
    const client = await super.connect().catch((error: unknown) => Promise.reject(marked(error)));
    try {
      await (client as unknown as Client).limit(limits);
      return client;
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
  }
}

/** What TypeORM takes for the package. */
export const driver = { Pool: SharedPool, Client, defaults: pg.defaults };

/** An error of the connection, and not of our code, gets the code that says so. */
function marked(error: unknown): unknown {
  const ours = error instanceof TypeError || error instanceof RangeError || (error as { code?: string }).code !== undefined;
  return error instanceof Error && !ours ? Object.assign(error, { code: CONNECTION_FAILURE }) : error;
}
