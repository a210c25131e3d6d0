import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { migrationNames } from '../database/migrate.js';
import { Bus } from '../realtime/bus.js';
import { StorageState, type DiskState } from '../storage/storage-state.js';

/** A check that takes longer has failed. */
const PATIENCE_MS = 2_000;
/** Orchestrators ask often: an answer serves for this long. */
const FRESH_MS = 1_000;

export interface Readiness {
  readonly pronto: boolean;
  readonly database: 'ok' | 'guasto';
  readonly migrazioni: 'ok' | 'da applicare' | 'ignote';
  /** `degradato`: what is kept is served, but something else does not work and somebody should look. */
  readonly stato: 'ok' | 'degradato' | 'guasto';
  /** When not `ok` nothing can be uploaded; everything is read, so the process is ready. */
  readonly disco: DiskState;
  /** `guasti`: some file that is named is missing or spoiled (`npm run verify` tells which). */
  readonly file: 'ok' | 'guasti' | 'ignoti';
  /** When false, pages are not cached and live events do not arrive; requests are served all the same. */
  readonly bus: 'ok' | 'in attesa';
  /** Age in seconds of the oldest mail that waits to be sent; null: none, or unknown. A slow mail server does not make us unready. */
  readonly emailInCodaSecondi: number | null;
  /** Seconds since a mail server took a mail; null: never, or unknown. */
  readonly emailUltimoInvioSecondi: number | null;
  /** For so many seconds a mail server has taken none; null: they do, or unknown. */
  readonly emailGuastaDaSecondi: number | null;
}

interface Figures {
  readonly migrazioni: readonly string[];
  readonly secondi: number | null;
  readonly ultimo: number | null;
  readonly guasta: number | null;
}

const SQL = `SELECT (SELECT coalesce(array_agg(name), '{}') FROM migrations) AS migrazioni,
  (SELECT floor(extract(epoch FROM now() - min(creata_at)))::int FROM email WHERE stato = 'in_coda') AS secondi,
  (SELECT floor(extract(epoch FROM now() - max(riuscita_at)))::int FROM posta) AS ultimo,
  (SELECT floor(extract(epoch FROM now() - min(guasta_dal)))::int FROM posta WHERE vista_at > now() - interval '1 day') AS guasta`;

/** Whether this process can serve: what `/health/ready` tells. */
@Injectable()
export class Health {
  private leaving = false;
  private last: { readonly at: number; readonly answer: Promise<Readiness> } | undefined;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(Bus) private readonly bus: Bus,
    @Inject(StorageState) private readonly storage: StorageState,
  ) {}

  /** From now on the process is not ready: it is about to end. */
  leave(): void {
    this.leaving = true;
  }

  async ready(): Promise<Readiness> {
    const now = performance.now();
    if (this.last === undefined || now - this.last.at > FRESH_MS) this.last = { at: now, answer: this.check() };
    const answer = await this.last.answer;
    return this.leaving ? { ...answer, pronto: false } : answer;
  }

  private async check(): Promise<Readiness> {
    const [figures, disk, missing] = await Promise.all([
      within(this.figures()),
      within(this.storage.disk()),
      within(this.storage.missing()),
    ]);
    const database = figures === null ? 'guasto' : 'ok';
    const migrazioni =
      figures === null ? 'ignote' : migrationNames().every(name => figures.migrazioni.includes(name)) ? 'ok' : 'da applicare';
    const disco = disk ?? 'guasto';
    const file = missing === null ? 'ignoti' : missing === 0 ? 'ok' : 'guasti';
    const pronto = database === 'ok' && migrazioni === 'ok';
    return {
      pronto,
      stato: !pronto ? 'guasto' : disco === 'ok' && file === 'ok' ? 'ok' : 'degradato',
      database,
      migrazioni,
      disco,
      file,
      bus: this.bus.isUp ? 'ok' : 'in attesa',
      emailInCodaSecondi: figures?.secondi ?? null,
      emailUltimoInvioSecondi: figures?.ultimo ?? null,
      emailGuastaDaSecondi: figures?.guasta ?? null,
    };
  }

  private async figures(): Promise<Figures> {
    const [row] = await this.db.query<Figures[]>(SQL);
    if (row === undefined) throw new Error('The database gave no answer');
    return row;
  }
}

/** The result, or null when it fails or takes too long. */
async function within<T>(work: Promise<T>): Promise<T | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), PATIENCE_MS);
  const result = await Promise.race([work.catch(() => null), late]);
  clearTimeout(timer);
  return result;
}
