import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  OSSERVATORI_APERTI,
  type AzioneInput,
  type AzioneOsservatore,
  type OsservatoreInput,
  type OsservatoreMioView,
  type OsservatoreView,
} from '@tavoli/shared';
import { congedaOsservatore } from '../incontri/convocare/congeda.js';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { fra } from '../platform/database/fra.js';
import { Steps } from '../platform/procedura/steps.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { news } from '../platform/realtime/news.js';
import { siede } from '../posti/siede.sql.js';
import { OSSERVATORE_KIND } from './osservatore.kind.js';
import { osservatoreProcedura } from './osservatore.procedura.js';
import { emailLasciato, emailRichiesta, leggiPerEmail } from './osservatori.emails.js';
import { OsservatoriQueries } from './osservatori.queries.js';

/** People who follow a tavolo without a seat, because they asked. */
@Injectable()
export class OsservatoriService {
  constructor(
    private readonly commands: Commands,
    private readonly steps: Steps,
    private readonly queries: OsservatoriQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws ProblemError `osservatore.non_ammessi`, `osservatore.siede`, `osservatore.esiste`, `tavolo.chiuso`, `tavolo.sottogruppo` */
  async chiedi(ctx: RequestContext, { gruppo, perche }: OsservatoreInput): Promise<OsservatoreMioView> {
    const { ambitoId, id: tavoloId } = placeOf(ctx);
    const id = randomUUID();
    return this.commands.run(ctx, ambitoId, async tx => {
      if (!(await this.queries.mioIn(tx.db, ctx)).ammette) throw new ProblemError('osservatore.non_ammessi');
      if (await siedeGia(tx, tavoloId, ctx.actor.id)) throw new ProblemError('osservatore.siede');
      await tx.db
        .query(
          `INSERT INTO osservatore (ambito_id, id, tavolo_id, account_id, gruppo, perche, stato) VALUES ($1, $2, $3, $4, $5, $6, 'ricevuta')`,
          [ambitoId, id, tavoloId, ctx.actor.id, gruppo, perche],
        )
        .catch(uniqueViolation('osservatore_aperto', 'osservatore.esiste'));
      tx.email(...emailRichiesta(await leggiPerEmail(tx.db, ambitoId, id)));
      tx.registra('osservatore.chiedi', 'osservatore', id);
      tx.annuncia(...news(OSSERVATORE_KIND, placeOf(ctx), id));
      return this.queries.mioIn(tx.db, ctx);
    });
  }

  /** Whoever asked takes the request back, or leaves. @throws ProblemError `risorsa.non_trovata` where they have none that stands */
  async lascia(ctx: RequestContext): Promise<OsservatoreMioView> {
    const { ambitoId, id: tavoloId } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      const [row] = await tx.db.query<{ id: string; stato: string }[]>(
        `SELECT id, stato FROM osservatore WHERE ambito_id = $1 AND tavolo_id = $2 AND account_id = $3 AND stato IN ${fra(OSSERVATORI_APERTI)} FOR NO KEY UPDATE`,
        [ambitoId, tavoloId, ctx.actor.id],
      );
      if (row === undefined) throw new ProblemError('risorsa.non_trovata');
      const { id } = row;
      await tx.db.query(
        `UPDATE osservatore SET stato = 'ritirata', finito_at = now(), version = version + 1 WHERE ambito_id = $1 AND id = $2`,
        [ambitoId, id],
      );
      const dati = await leggiPerEmail(tx.db, ambitoId, id);
      await congedaOsservatore(tx, this.config.publicOrigin, tavoloId, dati.persona.address);
      tx.email(...emailLasciato(dati, row.stato === 'ammessa'));
      tx.registra('osservatore.lascia', 'osservatore', id);
      tx.annuncia(...news(OSSERVATORE_KIND, placeOf(ctx), id));
      return this.queries.mioIn(tx.db, ctx);
    });
  }

  /** @throws ProblemError `osservatore.stato`, `tavolo.chiuso`, 400 on `/motivazione`; 412 */
  esegui(ctx: RequestContext, azione: AzioneOsservatore, input: AzioneInput): Promise<OsservatoreView> {
    const own = { origin: this.config.publicOrigin };
    return this.steps.take(osservatoreProcedura, ctx, azione, input, db => this.queries.unoIn(db, ctx, placeOf(ctx).id), own);
  }
}

/** Whether the mailbox of the account has a seat there already. */
const siedeGia = async (tx: Pick<Tx, 'db' | 'ambitoId'>, tavoloId: string, accountId: string | null): Promise<boolean> =>
  (
    await tx.db.query<unknown[]>(
      `SELECT 1 FROM mandato m JOIN rappresentante r ON r.ambito_id = m.ambito_id AND r.id = m.rappresentante_id JOIN account a ON a.id = $3 AND a.email = r.email
       WHERE m.ambito_id = $1 AND m.tavolo_id = $2 AND ${siede('m')} LIMIT 1`,
      [tx.ambitoId, tavoloId, accountId],
    )
  ).length > 0;
