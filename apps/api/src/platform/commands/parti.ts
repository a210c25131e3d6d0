import type { ProblemCode } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { ProblemError } from '../problem/problem.error.js';
import { demandSeen } from '../procedura/hold.js';
import { placeOf, type RequestContext } from './context.js';

/** A text written by several people in parts: a table whose rows have `version`, `tenuta_da`, `tenuta_nome`, `tenuta_fino_at`. The place of the request is the whole. */
export interface Parti {
  readonly tabella: string;
  /** Its column that names the whole. */
  readonly intero: string;
  /** The refusal while somebody else is writing. */
  readonly tenuta: ProblemCode;
}

/** A part is one writer's until they have been silent for so long. */
const TENUTA = `interval '60 seconds'`;
const ALTRUI = 'tenuta_da IS DISTINCT FROM $4::uuid AND coalesce(tenuta_fino_at > clock_timestamp(), false)';

/** Whoever of the others may be writing it, by name. */
export const tenutaDaAltri = (codice: ProblemCode, nome: string | null | undefined): ProblemError =>
  new ProblemError(codice, { detail: `Sta scrivendo ${nome ?? 'un’altra persona'}.` });

/** Holds a part, or goes on holding it. @returns `nuova` when it was not held by the same person before; null while somebody else holds it, or there is no such part */
export async function prendi(
  db: EntityManager,
  { tabella, intero }: Parti,
  ctx: RequestContext,
  id: string,
): Promise<'nuova' | 'ancora' | null> {
  const place = placeOf(ctx);
  const [rows] = await db.query<[{ nuova: boolean }[], number]>(
    `UPDATE ${tabella} s SET tenuta_da = $4, tenuta_nome = $5, tenuta_fino_at = clock_timestamp() + ${TENUTA} FROM ${tabella} prima
     WHERE s.ambito_id = $1 AND s.${intero} = $2 AND s.id = $3 AND prima.ambito_id = s.ambito_id AND prima.id = s.id
       AND (s.tenuta_da = $4 OR s.tenuta_fino_at IS NULL OR s.tenuta_fino_at <= clock_timestamp())
     RETURNING prima.tenuta_da IS DISTINCT FROM $4 OR prima.tenuta_fino_at <= clock_timestamp() AS nuova`,
    [place.ambitoId, place.id, id, ctx.actor.id, ctx.actor.nome],
  );
  return rows[0] === undefined ? null : rows[0].nuova ? 'nuova' : 'ancora';
}

/** Lets go of a part. @returns whether it was held by who asks */
export async function rilascia(db: EntityManager, { tabella, intero }: Parti, ctx: RequestContext, id: string): Promise<boolean> {
  const place = placeOf(ctx);
  const [rows] = await db.query<[unknown[], number]>(
    `UPDATE ${tabella} SET tenuta_da = NULL, tenuta_nome = NULL, tenuta_fino_at = NULL WHERE ambito_id = $1 AND ${intero} = $2 AND id = $3 AND tenuta_da = $4 RETURNING id`,
    [place.ambitoId, place.id, id, ctx.actor.id],
  );
  return rows.length > 0;
}

/** Locks a part for saving. @throws ProblemError 404; `versione.superata` with the stored version; the refusal of `parti` while somebody else writes */
export async function demandTurno(db: EntityManager, { tabella, intero, tenuta }: Parti, ctx: RequestContext, id: string): Promise<void> {
  const place = placeOf(ctx);
  const [s] = await db.query<{ version: number; altrui: boolean; tenutaNome: string | null }[]>(
    `SELECT version, tenuta_nome AS "tenutaNome", ${ALTRUI} AS altrui FROM ${tabella} WHERE ambito_id = $1 AND ${intero} = $2 AND id = $3 FOR UPDATE`,
    [place.ambitoId, place.id, id, ctx.actor.id],
  );
  if (!s) throw new ProblemError('risorsa.non_trovata');
  demandSeen(ctx, s.version);
  if (s.altrui) throw tenutaDaAltri(tenuta, s.tenutaNome);
}
