import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { chiAlTavolo, chiNellAmbito } from '../incarichi/chi.sql.js';
import { EmailOutbox } from '../platform/email/email-outbox.js';
import { BATCH, untilNone } from '../platform/jobs/batches.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { emailImpegni, type ImpegnoInScadenza } from './impegni.emails.js';
import { FROM_IMPEGNI } from './impegni.sql.js';

/** So many days before the day of an impegno its referente is told. */
const GIORNI_PRIMA = 3;

/** Tells who follows a tavolo which impegni fall due in three days, and once more which are past. */
@Injectable()
export class ScadenzeService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly outbox: EmailOutbox,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every({ name: 'impegni', cron: '0 8 * * *', soloAllOra: true, work: async () => void (await this.avvisa()) });
  }

  /** @returns how many impegni were told of, for each of the two occasions */
  async avvisa(now = new Date()): Promise<{ promemoria: number; solleciti: number }> {
    const oggi = `($1::timestamptz AT TIME ZONE 'Europe/Rome')::date`;
    return {
      promemoria: await untilNone(() => this.scrivi('promemoria_at', `i.entro >= ${oggi} AND i.entro <= ${oggi} + ${GIORNI_PRIMA}`, now)),
      solleciti: await untilNone(() => this.scrivi('sollecito_at', `i.entro < ${oggi}`, now)),
    };
  }

  /** The mark and the mails are one transaction: another worker finds the rows taken or marked. */
  private scrivi(segno: 'promemoria_at' | 'sollecito_at', quando: string, now: Date): Promise<number> {
    return this.db.transaction(async db => {
      const due = await db.query<ImpegnoInScadenza[]>(
        `SELECT i.id, a.id AS "ambitoId", a.slug AS "ambitoSlug", t.id AS "tavoloId", t.slug AS "tavoloSlug", coalesce(t.nome, n.titolo) AS tavolo, i.testo, i.chi, i.entro::timestamp AT TIME ZONE 'Europe/Rome' AS entro,
           CASE WHEN v.tavolo_id IS NULL THEN ${chiNellAmbito('impegno.aggiorna', 'i.ambito_id')} ELSE ${chiAlTavolo('impegno.aggiorna', 'i.ambito_id', 'v.tavolo_id')} END AS per
         ${FROM_IMPEGNI} JOIN ambito a ON a.id = i.ambito_id LEFT JOIN tavolo t ON t.ambito_id = v.ambito_id AND t.id = v.tavolo_id
         WHERE i.stato = 'aperto' AND i.${segno} IS NULL AND ${quando} ORDER BY i.entro, i.id LIMIT ${BATCH} FOR UPDATE OF i SKIP LOCKED`,
        [now],
      );
      await db.query(`UPDATE impegno SET ${segno} = $2 WHERE id = ANY($1::uuid[])`, [due.map(i => i.id), now]);
      await this.outbox.enqueue(db, emailImpegni(due, segno === 'sollecito_at'));
      return due.length;
    });
  }
}
