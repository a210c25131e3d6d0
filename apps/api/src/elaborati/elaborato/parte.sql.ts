import type { ContenutoSezione } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type { Parti } from '../../platform/commands/parti.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { fieldProblem } from '../../platform/problem/problem.error.js';

export const PARTI: Parti = { tabella: 'elaborato_sezione', intero: 'elaborato_id', tenuta: 'elaborato.sezione_tenuta' };

/** Writes a part under its next version, and keeps that version. @throws ProblemError `elaborato.contenuto_estraneo` when the part is of another kind */
export async function scriviParte(db: EntityManager, ctx: RequestContext, id: string, contenuto: ContenutoSezione): Promise<void> {
  const { ambitoId } = placeOf(ctx);
  const [rows] = await db.query<[{ version: number }[], number]>(
    `UPDATE elaborato_sezione SET contenuto = $3, version = version + 1, aggiornata_at = clock_timestamp(), aggiornata_da = $4
     WHERE ambito_id = $1 AND id = $2 AND contenuto->>'tipo' = $5 RETURNING version`,
    [ambitoId, id, JSON.stringify(contenuto), ctx.actor.nome, contenuto.tipo],
  );
  if (rows[0] === undefined) throw fieldProblem('elaborato.contenuto_estraneo', '/contenuto/tipo');
  await db.query('INSERT INTO elaborato_versione (ambito_id, sezione_id, version, da, nome, contenuto) VALUES ($1, $2, $3, $4, $5, $6)', [
    ambitoId,
    id,
    rows[0].version,
    ctx.actor.id,
    ctx.actor.nome,
    JSON.stringify(contenuto),
  ]);
}
