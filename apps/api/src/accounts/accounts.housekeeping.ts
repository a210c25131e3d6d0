import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { sweepDevices } from './browser.js';
import { Limits } from './limits.js';
import { sweepSegreti } from './segreti.js';
import { endIdleSessions } from './sessioni-ferme.js';

const EVERY_MS = 60 * 60_000;
/** Nobody repeats a request for longer; kept answers may hold an address. */
const REPEATED = `interval '7 days'`;

/** Deletes, every hour, what has ended: sessions, secrets (with the registrations never confirmed), counts of tries, answers kept for repeated requests. */
@Injectable()
export class AccountsHousekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Accessi');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly limits: Limits,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.process === 'web') return;
    this.timer = setInterval(() => void this.sweep().catch(() => this.logger.warn('Sweep of ended sessions failed')), EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async sweep(): Promise<void> {
    await endIdleSessions(this.db.manager);
    await this.db.query('DELETE FROM sessione WHERE scade_at < now()');
    await sweepSegreti(this.db.manager);
    await sweepDevices(this.db.manager);
    await this.limits.sweep();
    await this.db.query(`DELETE FROM idempotenza WHERE creata_at < now() - ${REPEATED}`);
  }
}
