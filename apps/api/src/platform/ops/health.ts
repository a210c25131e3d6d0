import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { mkdir, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { migrationNames } from '../database/migrate.js';
import { Bus } from '../realtime/bus.js';

/** A check that takes longer has failed. */
const PATIENCE_MS = 2_000;
/** Orchestrators ask often: an answer serves for this long. */
const FRESH_MS = 1_000;

export interface Readiness {
  readonly pronto: boolean;
  readonly database: 'ok' | 'guasto';
  readonly migrazioni: 'ok' | 'da applicare' | 'ignote';
  readonly disco: 'ok' | 'guasto';
  /** When false, pages are not cached and live events do not arrive; requests are served all the same. */
  readonly bus: 'ok' | 'in attesa';
  /** Age in seconds of the oldest mail that waits to be sent; null: none, or unknown. A slow mail server does not make us unready. */
  readonly emailInCodaSecondi: number | null;
}

interface Figures {
  readonly migrazioni: readonly string[];
  readonly secondi: number | null;
}

const SQL = `SELECT (SELECT coalesce(array_agg(name), '{}') FROM migrations) AS migrazioni,
  (SELECT floor(extract(epoch FROM now() - min(creata_at)))::int FROM email WHERE stato = 'in_coda') AS secondi`;

/** Whether this process can serve: what `/health/ready` tells. */
@Injectable()
export class Health {
  private leaving = false;
  private last: { readonly at: number; readonly answer: Promise<Readiness> } | undefined;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Bus) private readonly bus: Bus,
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
    const [figures, disk] = await Promise.all([within(this.figures()), within(this.disk())]);
    const database = figures === null ? 'guasto' : 'ok';
    const migrazioni =
      figures === null ? 'ignote' : migrationNames().every(name => figures.migrazioni.includes(name)) ? 'ok' : 'da applicare';
    const disco = disk === null ? 'guasto' : 'ok';
    const pronto = database === 'ok' && migrazioni === 'ok' && disco === 'ok';
    return {
      pronto,
      database,
      migrazioni,
      disco,
      bus: this.bus.isUp ? 'ok' : 'in attesa',
      emailInCodaSecondi: figures?.secondi ?? null,
    };
  }

  private async figures(): Promise<Figures> {
    const [row] = await this.db.query<Figures[]>(SQL);
    if (row === undefined) throw new Error('The database gave no answer');
    return row;
  }

  /** Writing is the only proof: a full disk still allows access. */
  private async disk(): Promise<true> {
    await mkdir(this.config.dataDir, { recursive: true });
    const file = join(this.config.dataDir, `.scrivibile-${process.pid}`);
    await writeFile(file, 'ok');
    await unlink(file);
    return true;
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
