import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { GIORNI_DIRETTO, GIORNI_SOLLECITO_DIRETTO } from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { EmailOutbox } from '../platform/email/email-outbox.js';
import { BATCH, untilNone } from '../platform/jobs/batches.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { announce } from '../platform/realtime/bus.js';
import { appendActs } from '../platform/registro/registro.js';
import { creaSegreto, leggiInvito } from './diretti.emails.data.js';
import { emailEsito, emailSollecito } from './diretti.emails.js';

const SOLLECITO = `
  UPDATE posto_diretto p SET sollecitato_at = $1 WHERE p.ctid = ANY (ARRAY(SELECT x.ctid FROM posto_diretto x
    WHERE x.stato = 'in_attesa' AND x.sollecitato_at IS NULL AND x.scade_at > $1 AND x.scade_at <= $1 + make_interval(days => ${GIORNI_DIRETTO - GIORNI_SOLLECITO_DIRETTO})
    ORDER BY x.invito_id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)) RETURNING p.ambito_id AS "ambitoId", p.invito_id AS "invitoId", p.id`;

const SCADE = `
  UPDATE posto_diretto p SET stato = 'scaduta', version = p.version + 1 FROM tavolo t, ambito a WHERE t.ambito_id = p.ambito_id AND t.id = p.tavolo_id AND a.id = p.ambito_id
    AND p.ctid = ANY (ARRAY(SELECT x.ctid FROM posto_diretto x WHERE x.stato = 'in_attesa' AND x.scade_at <= $1 LIMIT ${BATCH} FOR UPDATE SKIP LOCKED))
  RETURNING p.ambito_id AS "ambitoId", a.slug AS "ambitoSlug", p.invito_id AS "invitoId", p.id, p.version, t.nome AS tavolo`;

interface Posto {
  readonly ambitoId: string;
  readonly invitoId: string;
  readonly id: string;
}
type Scaduto = Posto & { readonly ambitoSlug: string; readonly version: number; readonly tavolo: string };

/** Reminds enti of the invitations that wait, and ends those past their term. */
@Injectable()
export class ScadenzeDirettiService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly outbox: EmailOutbox,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every({ name: 'posti-diretti', cron: '15 8 * * *', soloAllOra: true, work: async () => void (await this.passa()) });
  }

  /** @returns how many seats were reminded of, and how many ended */
  async passa(now = new Date()): Promise<{ solleciti: number; scaduti: number }> {
    return {
      scaduti: await untilNone(() => this.db.transaction(db => this.scade(db, now))),
      solleciti: await untilNone(() => this.db.transaction(db => this.sollecita(db, now))),
    };
  }

  /** One mail for each invitation, whatever the number of its seats. */
  private async sollecita(db: EntityManager, now: Date): Promise<number> {
    const [posti] = await db.query<[Posto[], number]>(SOLLECITO, [now]);
    for (const { ambitoId, invitoId, id } of new Map(posti.map(p => [p.invitoId, p])).values()) {
      const invito = await leggiInvito(db, ambitoId, invitoId);
      await this.outbox.enqueue(db, emailSollecito(invito, await creaSegreto(db, ambitoId, invitoId), `${id}:${now.toISOString()}`));
    }
    return posti.length;
  }

  private async scade(db: EntityManager, now: Date): Promise<number> {
    const [posti] = await db.query<[Scaduto[], number]>(SCADE, [now]);
    for (const posto of posti)
      await this.outbox.enqueue(db, emailEsito(await leggiInvito(db, posto.ambitoId, posto.invitoId), posto, 'scaduta'));
    for (const [ambitoId, suoi] of Map.groupBy(posti, p => p.ambitoId)) {
      await announce(db, { t: 'pagine', ambitoSlug: suoi[0]?.ambitoSlug ?? '' });
      const acts = suoi.map(({ id }) => ({
        azione: 'diretto.scade',
        oggettoTipo: 'diretto',
        oggettoId: id,
        contenuto: { attore: 'Il portale, per il termine passato' },
      }));
      await appendActs(db, ambitoId, null, acts);
    }
    return posti.length;
  }
}
