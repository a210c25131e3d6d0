import { Injectable } from '@nestjs/common';
import { IN_BOZZA, type OrariVerbaleInput, type VerbaleView } from '@tavoli/shared';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { fieldProblem } from '../platform/problem/problem.error.js';
import { edit } from '../platform/procedura/hold.js';
import { VERBALE_KIND } from './verbale/verbale.kind.js';
import { VerbaliQueries } from './verbale/verbali.queries.js';
import { news } from '../platform/realtime/news.js';

/** When the incontro really began and ended: asked of who writes the verbale, never taken from the plan. */
@Injectable()
export class OrariService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: VerbaliQueries,
  ) {}

  /** While it is a draft. @throws ProblemError `verbale.stato`, `verbale.orari_futuri`, `versione.superata` */
  async annota(ctx: RequestContext, { inizioAt, fineAt }: OrariVerbaleInput): Promise<VerbaleView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const [now] = await tx.db.query<{ futura: boolean }[]>('SELECT $1::timestamptz > clock_timestamp() AS futura', [fineAt]);
      if (now?.futura) throw fieldProblem('verbale.orari_futuri', '/fineAt');
      const set = { inizio_effettivo_at: inizioAt, fine_effettiva_at: fineAt };
      await edit(tx, ctx, VERBALE_KIND, { from: IN_BOZZA, set });
      tx.annuncia(...news(VERBALE_KIND, place, place.id));
      return this.queries.unoIn(tx.db, ctx, place.id);
    });
  }
}
