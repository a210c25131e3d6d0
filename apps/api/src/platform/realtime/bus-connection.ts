import { Client } from '../database/pg.js';

export const CHANNEL = 'tavoli';
const HEARTBEAT_MS = 10_000;
const ANSWER_MS = 5_000;
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;

interface Listener {
  onUp(): void;
  onDown(): void;
  onMessage(payload: string): void;
}

/**
 * One connection that LISTENs for as long as the process lives. A half-open one (the other end is gone and nobody said so) is found
 * by a heartbeat; a lost one is made again with growing pauses. Nothing is ever replayed: `onUp` means "you may have missed something".
 */
export class BusConnection {
  private client: Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private failures = 0;
  private closed = false;
  private up = false;

  constructor(
    private readonly url: string,
    private readonly listener: Listener,
  ) {}

  get isUp(): boolean {
    return this.up;
  }

  /** Tries once; when that fails it goes on trying in the background. */
  async open(): Promise<void> {
    if (this.closed) return;
    const client = new Client({
      connectionString: this.url,
      application_name: 'tavoli-bus',
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
    });
    this.client = client;
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', message => this.listener.onMessage(message.payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      if (this.client === client) this.ready(client);
    } catch {
      this.lost(client);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    this.up = false;
    clearTimeout(this.timer);
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private ready(client: Client): void {
    this.failures = 0;
    this.up = true;
    this.timer = setInterval(() => void client.query('SELECT 1').catch(() => this.lost(client)), HEARTBEAT_MS).unref();
    this.listener.onUp();
  }

  private lost(client: Client): void {
    if (this.client !== client) return;
    this.client = null;
    clearInterval(this.timer);
    if (this.up) this.listener.onDown();
    this.up = false;
    void client.end().catch(() => undefined);
    const pause = Math.min(FIRST_RETRY_MS * 2 ** this.failures++, LAST_RETRY_MS) * (0.5 + Math.random() / 2);
    this.timer = setTimeout(() => void this.open(), pause).unref();
  }
}
