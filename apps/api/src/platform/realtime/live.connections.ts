import { RICHIESTE } from '../database/lanes.js';
import { Client, Pool, type PoolClient, type QueryResult } from '../database/pg.js';

/**
 * What the socket.io adapter takes for a pool. The connection it listens on is one of its own: a pool would neither survive the loss
 * of a connection that is in use (an unheard 'error' ends the process) nor take it back.
 */
export class LiveConnections {
  private readonly pool: Pool;
  private closed = false;

  constructor(private readonly url: string) {
    this.pool = new Pool({
      connectionString: url,
      max: 1,
      application_name: 'tavoli-live',
      connectionTimeoutMillis: 5000,
      statement_timeout: RICHIESTE.statementMs,
      lock_timeout: RICHIESTE.lockMs,
    });
  }

  /** The two methods of a pool that the adapter calls. */
  forAdapter(): Pool {
    const connect = (): Promise<PoolClient> => this.connect();
    const query = (text: string, values?: unknown[]): Promise<QueryResult> => this.pool.query(text, values);
    return { connect, query } as unknown as Pool;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.pool.end();
  }

  /** Once closed it never answers: the adapter takes any answer, a failure too, as a reason to try again. */
  private async connect(): Promise<PoolClient> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'tavoli-live',
      keepAlive: true,
      connectionTimeoutMillis: 5000,
    });
    const release = (): void => void client.end().catch(() => undefined);
    try {
      if (!this.closed) await client.connect();
    } catch (error) {
      if (!this.closed) throw error;
    }
    if (!this.closed) return Object.assign(client, { release }) as PoolClient;
    release();
    return new Promise(() => undefined);
  }
}
