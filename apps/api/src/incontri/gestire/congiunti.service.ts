import { Injectable } from '@nestjs/common';
import { IN_BOZZA, CONGIUNTO, isAllowed, type CongiuntoInput, type IncontroView, type StatoCongiunto } from '@tavoli/shared';
import { Commands } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { fieldProblem } from '../../platform/problem/problem.error.js';
import { hold } from '../../platform/procedura/hold.js';
import { raccontaRisposta } from '../incontro/congiunti.js';
import { leggiIncontroDi } from '../incontro/incontri.data.js';
import { INCONTRO_KIND } from '../incontro/incontro.kind.js';
import { IncontriQueries } from './incontri.queries.js';
import { news } from '../../platform/realtime/news.js';

/** What the tavoli called to an incontro congiunto answer. */
@Injectable()
export class CongiuntiService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: IncontriQueries,
  ) {}

  /**
   * Yes or no, for the tavolo that the body names, to the draft as it was read; the same answer given twice is one answer.
   * @throws ProblemError 412, `incontro.stato` once it was convened, 404 on `/tavoloId` where that tavolo is not called
   */
  async rispondi(ctx: RequestContext, { tavoloId, azione, motivazione }: CongiuntoInput): Promise<IncontroView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      await hold(tx, ctx, INCONTRO_KIND, { from: IN_BOZZA });
      const dati = await leggiIncontroDi(tx, ctx);
      const [row] = await tx.db.query<{ consenso: StatoCongiunto; nome: string }[]>(
        `SELECT nt.consenso, t.nome FROM incontro_tavolo nt JOIN tavolo t ON t.ambito_id = nt.ambito_id AND t.id = nt.tavolo_id
         WHERE nt.ambito_id = $1 AND nt.incontro_id = $2 AND nt.tavolo_id = $3 AND nt.tavolo_id <> $4::uuid`,
        [place.ambitoId, dati.id, tavoloId, dati.tavoloId],
      );
      if (row === undefined) throw fieldProblem('risorsa.non_trovata', '/tavoloId', 'Questo tavolo non è chiamato a dare un consenso.');
      if (isAllowed(CONGIUNTO, azione, row.consenso)) {
        const motivo = azione === 'nega' ? (motivazione ?? null) : null;
        await tx.db.query(
          'UPDATE incontro_tavolo SET consenso = $4, consenso_at = now(), consenso_account_id = $5, consenso_motivo = $6 WHERE ambito_id = $1 AND incontro_id = $2 AND tavolo_id = $3',
          [place.ambitoId, dati.id, tavoloId, CONGIUNTO[azione].to, ctx.actor.id, motivo],
        );
        tx.registra(`incontro.${azione}_congiunto`, 'incontro', dati.id, {
          tavolo: tavoloId,
          ...(motivo === null ? {} : { motivazione: motivo }),
        });
        await raccontaRisposta(tx, place.ambitoSlug, dati, { tavolo: row.nome, si: azione === 'consenti', motivo });
        tx.annuncia(...news(INCONTRO_KIND, place, dati.id));
      }
      return this.queries.unoIn(tx.db, ctx, dati.id);
    });
  }
}
