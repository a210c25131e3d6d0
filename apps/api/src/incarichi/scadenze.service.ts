import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { GIORNI_PRIMA_DELLA_FINE } from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { EmailOutbox } from '../platform/email/email-outbox.js';
import { BATCH, deleteInBatches, untilNone } from '../platform/jobs/batches.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { announce } from '../platform/realtime/bus.js';
import { appendActs } from '../platform/registro/registro.js';
import { chiNellAmbito, corre } from './chi.sql.js';
import { attoDiFine, chiudiScaduti } from './fine.js';
import { emailInScadenza, emailScaduto, type InScadenza } from './incarichi.emails.js';
import { INVITI_SCADUTI } from './inviti.js';

const PROMEMORIA = `
  SELECT i.id, i.ambito_id AS "ambitoId", a.slug AS "ambitoSlug", a.nome AS ambito, i.ruolo, i.scade_il::text AS "scadeIl", ac.nome, ac.cognome, ac.email,
    CASE WHEN t.id IS NULL THEN NULL ELSE jsonb_build_object('id', t.id, 'nome', t.nome) END AS tavolo, ${chiNellAmbito('incarico.assegna', 'i.ambito_id')} AS per
  FROM incarico i JOIN ambito a ON a.id = i.ambito_id JOIN account ac ON ac.id = i.account_id LEFT JOIN tavolo t ON t.ambito_id = i.ambito_id AND t.id = i.tavolo_id
  WHERE i.promemoria_at IS NULL AND i.scade_il <= ($1::timestamptz AT TIME ZONE 'Europe/Rome')::date + ${GIORNI_PRIMA_DELLA_FINE} AND ${corre('i')}
  ORDER BY i.scade_il, i.id LIMIT ${BATCH} FOR UPDATE OF i SKIP LOCKED`;

/** Incarichi end at their last day by what `corre` says; this writes it down, ends what is open on screens, and tells 60 days before. */
@Injectable()
export class ScadenzeIncarichiService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly outbox: EmailOutbox,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every({ name: 'incarichi', cron: '1 0 * * *', work: async () => void (await this.passa()) });
    this.jobs.every({ name: 'incarichi-promemoria', cron: '20 8 * * *', soloAllOra: true, work: async () => void (await this.ricorda()) });
  }

  /** @returns how many ended, and how many invitations were forgotten */
  async passa(): Promise<{ finiti: number; inviti: number }> {
    await this.cominciano();
    return {
      finiti: await untilNone(() => this.db.transaction(db => this.chiudi(db))),
      inviti: await deleteInBatches(this.db, 'incarico', INVITI_SCADUTI),
    };
  }

  /** Tells of those that end within 60 days, once; what a machine that was off has missed is told when it is on again. @returns how many */
  ricorda(now = new Date()): Promise<number> {
    return untilNone(() =>
      this.db.transaction(async db => {
        const due = await db.query<InScadenza[]>(PROMEMORIA, [now]);
        await db.query('UPDATE incarico SET promemoria_at = $2 WHERE id = ANY($1::uuid[])', [due.map(i => i.id), now]);
        await this.outbox.enqueue(db, due.flatMap(emailInScadenza));
        return due.length;
      }),
    );
  }

  private async chiudi(db: EntityManager): Promise<number> {
    const finiti = await chiudiScaduti(db, null);
    await this.outbox.enqueue(db, finiti.filter(i => i.accountId !== null).map(emailScaduto));
    for (const { accountId } of finiti) if (accountId !== null) await announce(db, { t: 'account', accountId });
    for (const [ambitoId, suoi] of [...Map.groupBy(finiti, i => i.ambitoId)].sort()) {
      await announce(db, { t: 'pagine', ambitoSlug: suoi[0]?.ambitoSlug ?? '' });
      await appendActs(db, ambitoId, null, suoi.map(attoDiFine));
    }
    return finiti.length;
  }

  /** Whoever begins today finds it on the screens that are open. */
  private async cominciano(): Promise<void> {
    const rows = await this.db.query<{ accountId: string; ambitoSlug: string }[]>(
      `SELECT DISTINCT i.account_id AS "accountId", a.slug AS "ambitoSlug" FROM incarico i JOIN ambito a ON a.id = i.ambito_id WHERE i.dal > now() - interval '25 hours' AND ${corre('i')}`,
    );
    for (const { accountId, ambitoSlug } of rows) {
      await announce(this.db.manager, { t: 'account', accountId });
      await announce(this.db.manager, { t: 'pagine', ambitoSlug });
    }
  }
}
