import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { InvitoOperatoreInput, InvitoOperatoreView, InvitoView } from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { iso } from '../platform/http/json-view.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { hashSecret, newSecret } from '../platform/tokens/secret.js';
import { leggiEntePerEmail } from './enti.emails.data.js';
import { accountOf, aggiungiOperatore, indirizzoDi } from './ingresso.js';
import { emailEntrato, emailInvito } from './operatori.emails.js';
import { news } from '../platform/realtime/news.js';
import { ENTE_KIND } from './ente.kind.js';
import { holdOther } from '../platform/procedura/hold.js';

const GIORNI = 7;
const MAX_APERTI = 20;
/** Asked again within these minutes, an invitation is not mailed again. */
const MINUTI_TRA_DUE = 10;

interface Aperto {
  readonly id: string;
  readonly email: string;
  readonly scadeAt: Date;
  readonly recente: boolean;
}
interface Trovato extends InvitoView {
  readonly id: string;
  readonly ambitoId: string;
  readonly scaduto: boolean;
}

const APERTI = `SELECT id, email, scade_at AS "scadeAt", scade_at > now() + make_interval(days => ${GIORNI}, mins => -${MINUTI_TRA_DUE}) AS recente
  FROM operatore_invito WHERE ambito_id = $1 AND ente_id = $2 AND chiuso_at IS NULL`;

const SALVA = `
  INSERT INTO operatore_invito (ambito_id, id, ente_id, email, segreto_hash, scade_at) VALUES ($1, $2, $3, $4, $5, now() + make_interval(days => ${GIORNI}))
  ON CONFLICT (ambito_id, ente_id, email) WHERE chiuso_at IS NULL DO UPDATE SET segreto_hash = excluded.segreto_hash, scade_at = excluded.scade_at
  RETURNING id, email, scade_at AS "scadeAt", true AS recente`;

const TROVA = `
  SELECT i.id, i.ambito_id AS "ambitoId", i.email, ${iso('i.scade_at')} AS "scadeAt", i.scade_at <= now() AS scaduto,
    jsonb_build_object('id', e.id, 'denominazione', e.denominazione) AS ente, jsonb_build_object('slug', a.slug, 'nome', a.nome) AS ambito
  FROM operatore_invito i JOIN ente e ON e.ambito_id = i.ambito_id AND e.id = i.ente_id JOIN ambito a ON a.id = i.ambito_id
  WHERE i.segreto_hash = $1 AND i.chiuso_at IS NULL`;

/** Invitations to act for an ente, by mail. */
@Injectable()
export class InvitiService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
  ) {}

  /**
   * Mails an invitation. One that waits for the same address is renewed, and its old link ends.
   * @throws ProblemError `operatore.gia_presente` on `/email`, `operatore.troppi_inviti`
   */
  async invita(ctx: RequestContext, { email }: InvitoOperatoreInput): Promise<InvitoOperatoreView> {
    const { ambitoId, id: enteId } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      await holdOther(tx, ENTE_KIND, enteId);
      const ente = await leggiEntePerEmail(tx.db, ambitoId, enteId);
      if (ente.operatori.some(o => o.address === email)) throw fieldProblem('operatore.gia_presente', '/email');
      const aperti = await tx.db.query<Aperto[]>(APERTI, [ambitoId, enteId]);
      const attuale = aperti.find(invito => invito.email === email);
      if (attuale?.recente) return viewOf(attuale);
      if (!attuale && aperti.length >= MAX_APERTI) throw new ProblemError('operatore.troppi_inviti');
      return this.manda(tx, ctx, ente, email);
    });
  }

  /** Takes an invitation back: its link ends. @throws ProblemError 404 when it is not open */
  async annulla(ctx: RequestContext, id: string): Promise<void> {
    const place = placeOf(ctx);
    await this.commands.run(ctx, place.ambitoId, async tx => {
      const [rows] = await tx.db.query<[unknown[], number]>(
        'UPDATE operatore_invito SET chiuso_at = now() WHERE ambito_id = $1 AND ente_id = $2 AND id = $3 AND chiuso_at IS NULL RETURNING id',
        [place.ambitoId, place.id, id],
      );
      if (rows.length === 0) throw new ProblemError('risorsa.non_trovata');
      tx.registra('operatore.annulla_invito', 'ente', place.id, { invitoId: id });
      tx.annuncia(...news(ENTE_KIND, place, place.id));
      return null;
    });
  }

  /** What the holder of the link is asked. @throws ProblemError `collegamento.non_valido`, `collegamento.scaduto` */
  async leggi(segreto: string): Promise<InvitoView> {
    const { ente, ambito, email, scadeAt } = await this.trova(this.db.manager, segreto);
    return { ente, ambito, email, scadeAt };
  }

  /**
   * Makes the person signed in an operatore. Holding the link is enough, whatever the address of their account: many have another one;
   * the ente is told who came in.
   * @throws ProblemError `collegamento.non_valido`, `collegamento.scaduto`, `operatore.gia_presente`
   */
  async usa(ctx: RequestContext, segreto: string): Promise<InvitoView> {
    const { ambitoId, ente } = await this.trova(this.db.manager, segreto);
    return this.commands.run(ctx, ambitoId, async tx => {
      await holdOther(tx, ENTE_KIND, ente.id);
      const { id, ambito, email, scadeAt } = await this.trova(tx.db, segreto, 'FOR UPDATE OF i');
      const accountId = accountOf(ctx);
      const operatoreId = await aggiungiOperatore(tx, ente.id, accountId);
      await tx.db.query('UPDATE operatore_invito SET chiuso_at = now() WHERE ambito_id = $1 AND id = $2', [ambitoId, id]);
      tx.registra('operatore.accetta_invito', 'ente', ente.id, { operatoreId, invitoId: id });
      tx.email(...emailEntrato(await leggiEntePerEmail(tx.db, ambitoId, ente.id), await indirizzoDi(tx, accountId), operatoreId));
      tx.annuncia(...news(ENTE_KIND, { ambitoId, ambitoSlug: ambito.slug }, ente.id));
      return { ente, ambito, email, scadeAt };
    });
  }

  private async manda(
    tx: Tx,
    ctx: RequestContext,
    ente: Awaited<ReturnType<typeof leggiEntePerEmail>>,
    email: string,
  ): Promise<InvitoOperatoreView> {
    const segreto = newSecret();
    const [invito] = await tx.db.query<[Aperto]>(SALVA, [tx.ambitoId, randomUUID(), ente.id, email, hashSecret(segreto)]);
    tx.registra('operatore.invita', 'ente', ente.id, { invitoId: invito.id });
    tx.email(emailInvito(ente, { email, segreto, scadeAt: invito.scadeAt }, ctx.actor.nome));
    tx.annuncia(...news(ENTE_KIND, placeOf(ctx), ente.id));
    return viewOf(invito);
  }

  private async trova(db: EntityManager, segreto: string, lock = ''): Promise<Trovato> {
    const [row] = await db.query<Trovato[]>(`${TROVA} ${lock}`, [hashSecret(segreto)]);
    if (!row) throw new ProblemError('collegamento.non_valido');
    if (row.scaduto) throw new ProblemError('collegamento.scaduto');
    return row;
  }
}

const viewOf = ({ id, email, scadeAt }: Aperto): InvitoOperatoreView => ({ id, email, scadeAt: scadeAt.toISOString() });
