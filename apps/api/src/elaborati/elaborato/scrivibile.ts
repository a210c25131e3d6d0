import {
  ELABORATI_SCRIVIBILI,
  puoScrivereElaborato,
  rolesIn,
  type ChiScrive,
  type StatoElaborato,
  type TipoElaborato,
} from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { ProblemError } from '../../platform/problem/problem.error.js';

/**
 * Holds the elaborato of the URL in the state in which this person may write in it, until the transaction ends: no step is taken meanwhile,
 * and others may write other parts.
 * @throws ProblemError `elaborato.stato` where nobody writes any more; `elaborato.non_scrivi` to who sits at the tavolo but is not let in
 */
export async function demandScrivibile(db: EntityManager, ctx: RequestContext): Promise<{ tipo: TipoElaborato }> {
  const { ambitoId, id, tavoloId } = placeOf(ctx);
  const [row] = await db.query<{ stato: StatoElaborato; scrivono: ChiScrive; tipo: TipoElaborato }[]>(
    'SELECT stato, scrivono, tipo FROM elaborato WHERE ambito_id = $1 AND id = $2 FOR SHARE',
    [ambitoId, id],
  );
  if (!row) throw new ProblemError('risorsa.non_trovata');
  const roles = rolesIn(ctx.actor, { ambitoId, tavoloId: tavoloId ?? null });
  if (puoScrivereElaborato(row.stato, row.scrivono, roles)) return row;
  throw new ProblemError(ELABORATI_SCRIVIBILI.some(stato => stato === row.stato) ? 'elaborato.non_scrivi' : 'elaborato.stato');
}
