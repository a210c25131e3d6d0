import pg from 'pg';

/**
 * What the socket.io adapter takes for a pool. The connection it listens on is one of its own: a pool would neither survive the loss
 * of a connection that is in use (an unheard 'error' ends the process) nor take it back.
 */
export class LiveConnections {
  private readonly pool: pg.Pool;
  private closed = false;

  constructor(private readonly url: string) {
    this.pool = new pg.Pool({ connectionString: url, max: 1, application_name: 'tavoli-live', connectionTimeoutMillis: 5000 });
    this.pool.on('error', () => undefined);
  }

  /** The two methods of a pool that the adapter calls. */
  forAdapter(): pg.Pool {
    const connect = (): Promise<pg.PoolClient> => this.connect();
    const query = (text: string, values?: unknown[]): Promise<pg.QueryResult> => this.pool.query(text, values);
    return { connect, query } as unknown as pg.Pool;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.pool.end();
  }

  private async connect(): Promise<pg.PoolClient> {
    if (this.closed) return new Promise(() => undefined); // the adapter would otherwise try again for ever
    const client = new pg.Client({ connectionString: this.url, application_name: 'tavoli-live', keepAlive: true, connectionTimeoutMillis: 5000 });
    client.on('error', () => undefined);
    await client.connect();
    const release = (): void => void client.end().catch(() => undefined);
    if (this.closed) release();
    return Object.assign(client, { release }) as pg.PoolClient;
  }
}
