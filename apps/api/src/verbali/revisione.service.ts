import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { EmailOutbox } from '../platform/email/email-outbox.js';
import { BATCH, untilNone } from '../platform/jobs/batches.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { siede } from '../posti/siede.sql.js';
import { emailRevisione, type InChiusura } from './verbali.emails.js';

/** Who was called as a member of the tavoli and sits there still: they read the verbale and may propose corrections. */
const MEMBRI = `(SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('name', r.nome || ' ' || r.cognome, 'address', r.email)), '[]')
  FROM incontro_tavolo nt JOIN mandato m ON m.ambito_id = nt.ambito_id AND m.tavolo_id = nt.tavolo_id AND ${siede('m')} JOIN rappresentante r ON r.ambito_id = m.ambito_id AND r.id = m.rappresentante_id
  WHERE nt.ambito_id = v.ambito_id AND nt.incontro_id = v.incontro_id AND r.consenso = 'dato')`;

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
      const verbali = await db.query<InChiusura[]>(
        `SELECT v.ambito_id AS "ambitoId", a.slug AS "ambitoSlug", v.id, v.tavolo_id AS "tavoloId", v.incontro_id AS "incontroId", n.titolo, v.revisione_fino_at AS fino, ${MEMBRI} AS per
         FROM verbale v JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id JOIN ambito a ON a.id = v.ambito_id
         WHERE v.stato = 'in_revisione' AND v.revisione_avvisata_at IS NULL AND v.revisione_fino_at > $1::timestamptz AND v.revisione_fino_at <= $1::timestamptz + interval '24 hours'
         ORDER BY v.revisione_fino_at LIMIT ${BATCH} FOR UPDATE OF v SKIP LOCKED`,
        [now],
      );
      await db.query('UPDATE verbale SET revisione_avvisata_at = $2 WHERE id = ANY($1::uuid[])', [verbali.map(v => v.id), now]);
      await this.outbox.enqueue(
        db,
        verbali.flatMap(v => v.per.map(to => emailRevisione(v, to))),
      );
      return verbali.length;
    });
  }
}
