import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../src/platform/database/open.js';
import type { Config } from '../src/platform/config/config.js';
import { FIXED_WORDS } from '../src/messaggi/fixed-words.js';
import { KNOWN_ADDRESSES } from '../src/known-addresses.js';
import { EmailOutbox } from '../src/platform/email/email-outbox.js';
import { DEFAULT_PACE, type EmailPace } from '../src/platform/email/email-pace.js';
import { EmailQueries } from '../src/platform/email/email-queries.js';
import { EmailQueue } from '../src/platform/email/email-queue.js';
import { DemoTransport } from '../src/platform/email/email-transport.js';
import type { EmailDraft } from '../src/platform/email/email.types.js';
import { mails } from '../src/platform/email/mails.js';
import { EmailWorker } from '../src/platform/email/email-worker.js';
import { SmtpTransport } from '../src/platform/email/smtp/smtp-transport.js';
import { mailbox } from '../src/platform/email/one-line.js';
import { announce, Bus } from '../src/platform/realtime/bus.js';
import { BlobRegister } from '../src/platform/storage/blob-register.js';
import { DiskBlobStore } from '../src/platform/storage/disk-blob-store.js';
import { testConfig } from './app.js';
import { createTestDatabase, type TestDatabase } from './database.js';

export const MAIL_FROM = 'tavoli@portale.test';

export interface EmailRow {
  readonly id: string;
  readonly a_indirizzo: string;
  readonly subject: string;
  readonly testo: string;
  readonly html: string;
  readonly calendario: EmailDraft['calendar'] | null;
  readonly rinuncia: string | null;
  readonly stato: string;
  readonly tentativi: number;
  readonly errore: string | null;
  readonly inviata_at: Date | null;
}

export interface WorkerOptions {
  /** Null: the demo's transport. */
  readonly smtpUrl: string | null;
  readonly demo?: boolean;
  readonly pace?: Partial<EmailPace>;
}

/** The outbox and its workers on a database of their own, whose clock the test moves. */
export class EmailWorld {
  readonly outbox: EmailOutbox;
  readonly queries: EmailQueries;
  readonly blobs: DiskBlobStore;
  private readonly stops: (() => Promise<void>)[] = [];

  static async open(): Promise<EmailWorld> {
    const database = await createTestDatabase();
    const db = await openDatabase(database.url, 'tavoli-prova', {}, 12);
    return new EmailWorld(database, db, testConfig(database.url, { MAIL_FROM }));
  }

  private constructor(
    private readonly database: TestDatabase,
    readonly db: DataSource,
    private readonly config: Config,
  ) {
    this.outbox = new EmailOutbox(config, KNOWN_ADDRESSES, FIXED_WORDS);
    this.queries = new EmailQueries(db);
    this.blobs = new DiskBlobStore(`${config.dataDir}/files`, new BlobRegister(db));
  }

  get url(): string {
    return this.database.url;
  }

  /** Starts a worker in this process; it wakes when told or when a mail is due, never by habit. @returns how to stop it in good order */
  async startWorker({ smtpUrl, demo = false, pace = {} }: WorkerOptions): Promise<() => Promise<void>> {
    const its = { ...DEFAULT_PACE, pollMs: 3_600_000, ...pace };
    const transport = smtpUrl === null ? new DemoTransport() : new SmtpTransport({ ...this.config, smtpUrl }, this.blobs, its);
    const bus = new Bus(this.db);
    const worker = new EmailWorker({ process: 'worker', demo, smtpUrl }, new EmailQueue(this.db), transport, bus, its);
    await bus.onModuleInit();
    worker.onApplicationBootstrap();
    let stopped: Promise<void> | undefined;
    const stop = (): Promise<void> => (stopped ??= worker.beforeApplicationShutdown().then(() => bus.onApplicationShutdown()));
    this.stops.push(stop);
    return stop;
  }

  /** Writes these mails in one transaction. */
  enqueue(...drafts: EmailDraft[]): Promise<void> {
    return this.db.transaction(async manager => {
      // Whom these mails are for has an account: what strangers get is another test's matter.
      await manager.query(
        `INSERT INTO account (id, email, nome, cognome, email_confermata_at) SELECT gen_random_uuid(), a, '', '', now() FROM unnest($1::text[]) AS a ON CONFLICT DO NOTHING`,
        [[...new Set(drafts.flatMap(draft => mailbox(draft.to.address) ?? []))]],
      );
      await this.outbox.enqueue(manager, drafts);
    });
  }

  rows(): Promise<EmailRow[]> {
    return this.db.query('SELECT * FROM email ORDER BY creata_at, a_indirizzo, id');
  }

  /** Lets time pass in the queue (an interval, as `90 seconds`); for mails under way too, when `leases` end with it. */
  async later(interval: string, leases = false): Promise<void> {
    await this.db.query(
      `UPDATE email SET in_coda_dal = in_coda_dal - $1::interval, prossimo_tentativo_at = prossimo_tentativo_at - $1::interval,
         presa_fino_at = presa_fino_at - $1::interval WHERE stato = 'in_coda' AND ($2 OR presa_da IS NULL)`,
      [interval, leases],
    );
    await announce(this.db.manager, { t: 'email' });
  }

  /** Resolves when no mail is due and none is under way. */
  async quiet(): Promise<void> {
    const busy = `SELECT 1 FROM email WHERE stato = 'in_coda' AND (presa_da IS NOT NULL OR prossimo_tentativo_at <= now()) LIMIT 1`;
    while ((await this.db.query<unknown[]>(busy)).length > 0) await sleep(10);
  }

  async close(): Promise<void> {
    for (const stop of this.stops) await stop();
    await this.db.destroy();
    await this.database.drop();
  }
}

const PROVA = mails('prova', { messaggio: { to: 'nessuno', when: 'una prova lo chiede' } });

/** A mail about nothing in particular. */
export function draft(fields: Partial<EmailDraft> = {}): EmailDraft {
  return {
    chiave: `prova:${randomUUID()}`,
    tipo: PROVA.messaggio.tipo,
    to: { name: 'Ada Prova', address: 'ada@prova.test' },
    subject: 'Un messaggio di prova',
    paragraphs: ['questo è un messaggio di prova.'],
    ...fields,
  };
}
