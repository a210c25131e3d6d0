import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  DESIGNAZIONI_COL_POSTO,
  GIORNI_PROMEMORIA_MEMORIE,
  type AzioneDecadenza,
  type DecadenzaAzioneInput,
  type DecadenzaInput,
  type DecadenzaView,
} from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { DESIGNAZIONE_KIND } from '../designazioni/designazione.kind.js';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { insert } from '../platform/database/rows.js';
import { EmailOutbox } from '../platform/email/email-outbox.js';
import { BATCH, forEachRow } from '../platform/jobs/batches.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { hold } from '../platform/procedura/hold.js';
import { Steps } from '../platform/procedura/steps.js';
import { news } from '../platform/realtime/news.js';
import { DECADENZA_KIND } from './decadenza.kind.js';
import { decadenzaProcedura } from './decadenza.procedura.js';
import { leggiDecadenzaPerEmail } from './decadenze.emails.data.js';
import { emailAvviata, emailTermine } from './decadenze.emails.js';
import { DecadenzeQueries, giorniContraddittorio, leggiProve } from './decadenze.queries.js';
import { scelti } from './prove.js';
import { accogli } from './proposte.service.js';

/** Commands on procedimenti di decadenza. */
@Injectable()
export class DecadenzeService {
  constructor(
    private readonly commands: Commands,
    private readonly steps: Steps,
    private readonly queries: DecadenzeQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Opens a procedimento on the seat of the designazione in the URL: what was recorded is fixed with it, the ente and its people are told and have
   * the days of the tavolo to write. @throws ProblemError `designazione.stato`, `decadenza.esiste`, 400 on `/incontri`
   */
  async apri(ctx: RequestContext, input: DecadenzaInput): Promise<DecadenzaView> {
    const place = placeOf(ctx);
    const { ambitoId, tavoloId, enteId } = place;
    return this.commands.run(ctx, ambitoId, async tx => {
      await hold(tx, ctx, DESIGNAZIONE_KIND, { from: DESIGNAZIONI_COL_POSTO, seen: 'any' });
      const fatti = scelti(await leggiProve(tx.db, ambitoId, place.id), input.incontri);
      const id = randomUUID();
      const giorni = await giorniContraddittorio(tx.db, ambitoId, tavoloId ?? undefined);
      await tx.db
        .query(
          `INSERT INTO decadenza (ambito_id, id, tavolo_id, ente_id, motivo, ragioni, ufficio, responsabile, dove_atti, termine)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, (now() AT TIME ZONE 'Europe/Rome')::date + $10::int)`,
          [ambitoId, id, tavoloId, enteId, input.motivo, input.ragioni, input.ufficio, input.responsabile, input.doveAtti, giorni],
        )
        .catch(uniqueViolation('decadenza_aperta', 'decadenza.esiste'));
      for (const { incontro, presenza } of fatti)
        await insert(tx.db, 'decadenza_fatto', { ambitoId, decadenzaId: id, incontroId: incontro.id, presenza });
      await this.avvisa(tx, ctx, id);
      await accogli(tx, place, id);
      return this.queries.unaIn(tx.db, ctx, id);
    });
  }

  private async avvisa(tx: Tx, ctx: RequestContext, id: string): Promise<void> {
    const place = placeOf(ctx);
    tx.registra('decadenza.apri', 'decadenza', id, { designazioneId: place.id });
    tx.email(...emailAvviata(await leggiDecadenzaPerEmail(tx.db, tx.ambitoId, id)));
    tx.annuncia(...news(DECADENZA_KIND, place, id), ...news(DESIGNAZIONE_KIND, place, place.id));
  }

  /** A step of the procedure (`decadenza.procedura.ts`). @throws ProblemError 400, 409, 412, and the refusals of the step */
  esegui(ctx: RequestContext, azione: AzioneDecadenza, input: DecadenzaAzioneInput): Promise<DecadenzaView> {
    const own = { origin: this.config.publicOrigin };
    return this.steps.take(decadenzaProcedura, ctx, azione, input, (db, { id }) => this.queries.unaIn(db, ctx, id), own);
  }
}

interface Riga {
  readonly ambitoId: string;
  readonly id: string;
}

/** Reminds an ente that has not written of the end of its term; once, however many workers there are. */
@Injectable()
export class TerminiDecadenza implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly outbox: EmailOutbox,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every({ name: 'decadenze', cron: '20 8 * * *', work: async () => void (await this.ricorda()) });
  }

  /** @returns how many were reminded */
  ricorda(): Promise<number> {
    return forEachRow<Riga>(
      dopo =>
        this.db.query<Riga[]>(
          `SELECT k.ambito_id AS "ambitoId", k.id FROM decadenza k WHERE ${DA_RICORDARE} AND ($1::uuid IS NULL OR k.id > $1::uuid) ORDER BY k.id LIMIT ${BATCH}`,
          [dopo?.id ?? null],
        ),
      riga => this.ricordaUna(riga),
    );
  }

  private ricordaUna({ ambitoId, id }: Riga): Promise<number> {
    return this.db.transaction(async db => {
      const [presi] = await db.query<[unknown[], number]>(
        `UPDATE decadenza k SET ricordato_at = now() WHERE k.ambito_id = $1 AND k.id = $2 AND ${DA_RICORDARE} RETURNING k.id`,
        [ambitoId, id],
      );
      if (presi.length === 0) return 0;
      await this.outbox.enqueue(db, emailTermine(await leggiDecadenzaPerEmail(db, ambitoId, id)));
      return 1;
    });
  }
}

const OGGI = `(now() AT TIME ZONE 'Europe/Rome')::date`;
const DA_RICORDARE = `k.stato = 'aperto' AND k.ricordato_at IS NULL AND k.termine - ${GIORNI_PROMEMORIA_MEMORIE} <= ${OGGI} AND k.termine >= ${OGGI}
  AND NOT EXISTS (SELECT 1 FROM decadenza_memoria w WHERE w.ambito_id = k.ambito_id AND w.decadenza_id = k.id)`;
