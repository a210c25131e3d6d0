import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { deleteInBatches } from '../platform/jobs/batches.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { sweepDevices } from './account/browser.js';
import { Limits } from './account/limits.js';
import { sweepSegreti } from './account/segreti.js';
import { endIdleSessions } from './sessioni-ferme.js';

/** Nobody repeats a request for longer; kept answers may hold an address. */
const REPEATED = `interval '7 days'`;

/** Deletes, every hour, what has ended: sessions, secrets (with the registrations never confirmed), counts of tries, answers kept for repeated requests. */
@Injectable()
export class AccountsHousekeeping implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly limits: Limits,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every({ name: 'accessi', cron: '40 * * * *', work: () => this.sweep() });
  }

  async sweep(): Promise<void> {
    await endIdleSessions(this.db.manager);
    await deleteInBatches(this.db, 'sessione', 'scade_at < now()');
    await sweepSegreti(this.db.manager);
    await sweepDevices(this.db.manager);
    await this.limits.sweep();
    await deleteInBatches(this.db, 'idempotenza', `creata_at < now() - ${REPEATED}`);
  }
}
