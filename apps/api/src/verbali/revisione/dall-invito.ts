import type { VerbaleView } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { ATTIVO } from '../../incontri/incontro/invitati.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import type { VerbaliQueries } from '../verbale/verbali.queries.js';

interface DellInvito {
  readonly id: string;
  /** Of who was called. */
  readonly nome: string;
  readonly tavoloId: string | null;
  readonly tavoli: readonly string[];
  readonly attivo: boolean;
}

/**
 * The verbale in revision of the incontro that an invitation is to: of who was called in a seat and sits there still.
 * @throws ProblemError 404 when there is none for them, `invito.revocato`
 */
export async function verbaleDellInvito(db: EntityManager, ambitoId: string, invitatoId: string): Promise<DellInvito> {
  const [row] = await db.query<DellInvito[]>(
    `SELECT v.id, i.nome, v.tavolo_id AS "tavoloId", ${ATTIVO} AS attivo,
       ARRAY(SELECT nt.tavolo_id FROM incontro_tavolo nt WHERE nt.ambito_id = v.ambito_id AND nt.incontro_id = v.incontro_id) AS tavoli
     FROM invitato i JOIN verbale v ON v.ambito_id = i.ambito_id AND v.incontro_id = i.incontro_id AND v.stato = 'in_revisione'
     WHERE i.ambito_id = $1 AND i.id = $2 AND i.rappresentante_id IS NOT NULL`,
    [ambitoId, invitatoId],
  );
  if (row === undefined) throw new ProblemError('risorsa.non_trovata');
  if (!row.attivo) throw new ProblemError('invito.revocato');
  return row;
}

/** What a member reads of it by their link: all that they would read signed in. */
export async function leggiDallInvito(db: EntityManager, queries: VerbaliQueries, ctx: RequestContext): Promise<VerbaleView> {
  const { ambitoId, id } = placeOf(ctx);
  return queries.unoIn(db, ctx, (await verbaleDellInvito(db, ambitoId, id)).id, true);
}
