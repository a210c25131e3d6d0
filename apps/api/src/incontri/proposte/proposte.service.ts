import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  MASSIMO_PROPOSTE_APERTE,
  PROPOSTE_APERTE,
  type AzioneProposta,
  type PropostaAzioneInput,
  type PropostaInput,
  type PropostaMiaView,
  type PropostaView,
} from '@tavoli/shared';
import { Commands, type Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { fra } from '../../platform/database/fra.js';
import { Steps } from '../../platform/procedura/steps.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { live } from '../../platform/realtime/news.js';
import { PROPOSTA_KIND } from './proposta.kind.js';
import { propostaProcedura } from './proposta.procedura.js';
import { emailRichiesta, leggiPerEmail } from './proposte.emails.js';
import { ProposteQueries } from './proposte.queries.js';

/** Punti that who sits at a tavolo proposes for its incontri. */
@Injectable()
export class ProposteService {
  constructor(
    private readonly commands: Commands,
    private readonly steps: Steps,
    private readonly queries: ProposteQueries,
  ) {}

  /** @throws ProblemError `proposta.troppe`, `tavolo.chiuso` */
  async fai(ctx: RequestContext, { titolo, perche, minuti }: PropostaInput): Promise<PropostaMiaView> {
    const { ambitoId, id: tavoloId } = placeOf(ctx);
    const id = randomUUID();
    return this.commands.run(ctx, ambitoId, async tx => {
      await demandSpazio(tx, tavoloId, ctx.actor.id);
      await tx.db.query(
        `INSERT INTO proposta (ambito_id, id, tavolo_id, account_id, titolo, perche, minuti) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [ambitoId, id, tavoloId, ctx.actor.id, titolo, perche, minuti],
      );
      tx.email(...emailRichiesta(await leggiPerEmail(tx.db, ambitoId, id)));
      tx.registra('proposta.fai', 'proposta', id);
      tx.annuncia(live(PROPOSTA_KIND, placeOf(ctx), id));
      return this.queries.miaIn(tx.db, ctx, id);
    });
  }

  /** @throws ProblemError `proposta.stato`, `proposta.in_ordine`, 400 on `/motivazione`, `/incontroId`; 412 */
  esegui(ctx: RequestContext, azione: AzioneProposta, input: PropostaAzioneInput): Promise<PropostaView> {
    return this.steps.take(propostaProcedura, ctx, azione, input, db => this.queries.unaIn(db, ctx, placeOf(ctx).id));
  }
}

/** @throws ProblemError `proposta.troppe` where as many of theirs wait there as may; the tavolo is held, so that two at once count one another */
async function demandSpazio(tx: Tx, tavoloId: string, accountId: string | null): Promise<void> {
  await tx.db.query('SELECT 1 FROM tavolo WHERE ambito_id = $1 AND id = $2 FOR NO KEY UPDATE', [tx.ambitoId, tavoloId]);
  const [row] = await tx.db.query<{ quante: number }[]>(
    `SELECT count(*)::int AS quante FROM proposta WHERE ambito_id = $1 AND tavolo_id = $2 AND account_id = $3 AND stato IN ${fra(PROPOSTE_APERTE)}`,
    [tx.ambitoId, tavoloId, accountId],
  );
  if ((row?.quante ?? 0) >= MASSIMO_PROPOSTE_APERTE) throw new ProblemError('proposta.troppe');
}
