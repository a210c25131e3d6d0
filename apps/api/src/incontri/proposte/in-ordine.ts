import { MASSIMO_PUNTI, PROPOSTE_ACCOLTE, type StatoIncontro } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type { Tx } from '../../platform/commands/commands.js';
import type { ResolvedPlace } from '../../platform/commands/context.js';
import { fra } from '../../platform/database/fra.js';
import { writeOther } from '../../platform/procedura/hold.js';
import { fieldProblem, ProblemError } from '../../platform/problem/problem.error.js';
import { live } from '../../platform/realtime/news.js';
import { INCONTRO_KIND } from '../incontro/incontro.kind.js';
import { tenuta } from './proposte.sql.js';

type Db = Pick<EntityManager, 'query'>;

/** @throws ProblemError `proposta.in_ordine` when the proposal stands in an ordine del giorno */
export async function demandTenuta(db: Db, ambitoId: string, id: string): Promise<void> {
  const [row] = await db.query<{ tenuta: boolean }[]>(
    `SELECT NOT o.stato IN ${fra(PROPOSTE_ACCOLTE)} OR ${tenuta('o')} AS tenuta FROM proposta o WHERE o.ambito_id = $1 AND o.id = $2`,
    [ambitoId, id],
  );
  if (row?.tenuta !== true) throw new ProblemError('proposta.in_ordine');
}

const BOZZA = `SELECT n.stato, n.tavolo_id AS "tavoloId", (SELECT count(*)::int FROM incontro_punto p WHERE p.ambito_id = n.ambito_id AND p.incontro_id = n.id) AS punti
  FROM incontro n WHERE n.ambito_id = $1 AND n.id = $2`;
interface Bozza {
  readonly stato: StatoIncontro;
  readonly tavoloId: string | null;
  readonly punti: number;
}

/** Whether the incontro, which is held, can take a proposal of the tavolo. @throws ProblemError on `/incontroId` when it is not a draft of that tavolo, or is full */
export async function demandBozza(
  { db, ambitoId }: Pick<Tx, 'db' | 'ambitoId'>,
  { tavoloId }: ResolvedPlace,
  incontroId: string,
): Promise<void> {
  const [bozza] = await db.query<Bozza[]>(BOZZA, [ambitoId, incontroId]);
  if (bozza === undefined || bozza.stato !== 'bozza' || bozza.tavoloId !== tavoloId)
    throw fieldProblem('richiesta.non_valida', '/incontroId', 'Scegli un incontro di questo tavolo non ancora convocato.');
  if (bozza.punti >= MASSIMO_PUNTI)
    throw fieldProblem('richiesta.non_valida', '/incontroId', `L’ordine del giorno ha già ${MASSIMO_PUNTI} punti: togline uno.`);
}

/** Writes the proposal of the place as the last punto of a draft that is held. */
export async function aggiungiPunto(tx: Tx, place: ResolvedPlace, incontroId: string, puntoId: string): Promise<void> {
  await tx.db.query(
    `INSERT INTO incontro_punto (ambito_id, id, incontro_id, ordine, titolo, minuti)
     SELECT o.ambito_id, $3, $4, (SELECT coalesce(max(p.ordine) + 1, 0) FROM incontro_punto p WHERE p.ambito_id = $1 AND p.incontro_id = $4), o.titolo, o.minuti
     FROM proposta o WHERE o.ambito_id = $1 AND o.id = $2`,
    [tx.ambitoId, place.id, puntoId, incontroId],
  );
  await writeOther(tx, INCONTRO_KIND, incontroId);
  tx.annuncia(live(INCONTRO_KIND, { ...place, tavoli: place.tavoloId ? [place.tavoloId] : [] }, incontroId));
}

/** A punto of a draft, with the proposal that it is, where it is one. */
export interface PuntoProposto {
  readonly id: string;
  readonly propostaId?: string | undefined;
}

/** The punti of a draft that were proposed stand for their proposals from now on: those of its tavolo that were kept for the next incontro. */
export async function legaProposte(db: Db, ambitoId: string, tavoloId: string | null, punti: readonly PuntoProposto[]): Promise<void> {
  const legati = punti.filter(p => p.propostaId !== undefined);
  if (legati.length === 0 || tavoloId === null) return;
  await db.query(
    `UPDATE proposta o SET punto_id = l.id, version = o.version + 1 FROM jsonb_to_recordset($3::jsonb) AS l (id uuid, "propostaId" uuid)
     WHERE o.ambito_id = $1 AND o.tavolo_id = $2 AND o.id = l."propostaId" AND ${tenuta('o')}`,
    [ambitoId, tavoloId, JSON.stringify(legati)],
  );
}
