import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { EmailOutbox } from '../../platform/email/email-outbox.js';
import { BATCH, untilNone } from '../../platform/jobs/batches.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { emailRevisione } from '../verbale/verbali.emails.js';
import { aiLettori, DA_AVVISARE, type DaAvvisare } from './avvisi.js';

/** A day before the revision of a verbale closes, tells its members: who says nothing agrees. */
@Injectable()
export class RevisioneService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly outbox: EmailOutbox,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every({ name: 'revisioni', cron: '5 * * * *', work: async () => void (await this.avvisa()) });
  }

  /** Once for each revision: the mark and the mails are one transaction. @returns how many verbali were told of */
  avvisa(now = new Date()): Promise<number> {
    return untilNone(() => this.avvisaAlcuni(now));
  }

  private avvisaAlcuni(now: Date): Promise<number> {
    return this.db.transaction(async db => {
      const verbali = await db.query<DaAvvisare[]>(
        `${DA_AVVISARE} WHERE v.stato = 'in_revisione' AND v.revisione_avvisata_at IS NULL AND v.revisione_fino_at > $1::timestamptz AND v.revisione_fino_at <= $1::timestamptz + interval '24 hours'
         ORDER BY v.revisione_fino_at LIMIT ${BATCH} FOR UPDATE OF v SKIP LOCKED`,
        [now],
      );
      await db.query('UPDATE verbale SET revisione_avvisata_at = $2 WHERE id = ANY($1::uuid[])', [verbali.map(v => v.id), now]);
      for (const verbale of verbali) await this.outbox.enqueue(db, await aiLettori(db, verbale, emailRevisione));
      return verbali.length;
    });
  }
}
