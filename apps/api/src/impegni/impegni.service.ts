import { Injectable } from '@nestjs/common';
import { IMPEGNI_CHIUSI, type ImpegniView, type ImpegnoStatoInput, type StatoImpegno } from '@tavoli/shared';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { fra } from '../platform/database/fra.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { roomOf } from '../platform/realtime/live.rooms.js';
import { ImpegniQueries } from './impegni.queries.js';
import { delTavolo, FROM_IMPEGNI } from './impegni.sql.js';

const ATTO: Readonly<Record<StatoImpegno, string>> = { aperto: 'impegno.riapri', fatto: 'impegno.completa', annullato: 'impegno.annulla' };

/** Following what a tavolo has taken on. */
@Injectable()
export class ImpegniService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: ImpegniQueries,
  ) {}

  /** Says where an impegno of the tavolo of the URL stands; said twice, it is one act. @throws ProblemError 404 */
  async aggiorna(ctx: RequestContext, id: string, { stato, motivazione }: ImpegnoStatoInput): Promise<ImpegniView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const [found] = await tx.db.query<{ stato: StatoImpegno }[]>(
        `SELECT i.stato ${FROM_IMPEGNI} WHERE i.ambito_id = $1 AND i.id = $2 AND ${delTavolo(3)} FOR UPDATE OF i`,
        [place.ambitoId, id, place.id],
      );
      if (!found) throw new ProblemError('risorsa.non_trovata');
      if (found.stato !== stato) {
        await tx.db.query(
          `UPDATE impegno SET stato = $3::text, motivazione = $4, chiuso_at = CASE WHEN $3 IN ${fra(IMPEGNI_CHIUSI)} THEN clock_timestamp() END, chiuso_da = CASE WHEN $3 IN ${fra(IMPEGNI_CHIUSI)} THEN $5::text END WHERE ambito_id = $1 AND id = $2`,
          [place.ambitoId, id, stato, stato === 'annullato' ? motivazione : null, ctx.actor.nome],
        );
        tx.registra(ATTO[stato], 'impegno', id, stato === 'annullato' ? { motivazione } : {});
        tx.annuncia({
          t: 'live',
          ambitoId: place.ambitoId,
          rooms: [roomOf('tavolo', place.id)],
          event: { tipo: 'impegno', id, ambitoId: place.ambitoId },
        });
      }
      return this.queries.elenco(ctx, tx.db);
    });
  }
}
