import type { ElaboratoView } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import type { ElaboratiQueries } from '../elaborato/elaborati.queries.js';
import { LETTURA, type Lettura } from '../elaborato/lettori.js';

/** The elaborato that the mailed link of this request opens. @throws ProblemError 404, `consultazione.non_siedi` */
export async function letturaDi(db: EntityManager, ctx: RequestContext): Promise<Lettura> {
  const { ambitoId, id } = placeOf(ctx);
  const [lettura] = await db.query<Lettura[]>(LETTURA, [ambitoId, id]);
  if (lettura === undefined) throw new ProblemError('risorsa.non_trovata');
  if (!lettura.siede) throw new ProblemError('consultazione.non_siedi');
  return lettura;
}

/** What a member reads of it by their link: all that they would read signed in, and of what it came from only what everybody may open. */
export async function leggiDalLink(db: EntityManager, queries: ElaboratiQueries, ctx: RequestContext): Promise<ElaboratoView> {
  return queries.unoIn(db, ctx, (await letturaDi(db, ctx)).id, true);
}
