import { randomUUID } from 'node:crypto';
import { CONSENSI_MANCANTI, type Actor, type IncontroInput, type TipoIncontro } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { fra } from '../../platform/database/fra.js';
import { fieldProblem } from '../../platform/problem/problem.error.js';
import { legaProposte } from '../proposte/in-ordine.js';
import { decidePer } from '../incontro/congiunti.js';
import { siede } from '../../posti/siede.sql.js';
import { aperto, radice } from '../../tavoli/tavolo.sql.js';

/** What a draft is of: its own tavolo (null: a plenaria, of all) and the kind that follows from what was asked. */
export function tipoDi(tavoloId: string | null, input: Pick<IncontroInput, 'altriTavoli' | 'membri'>): TipoIncontro {
  if (tavoloId === null) return 'plenaria';
  if (input.membri.length > 0) return 'focus';
  return input.altriTavoli.some(id => id !== tavoloId) ? 'congiunto' : 'tavolo';
}

/** Columns of the incontro itself. */
export const colonne = (input: IncontroInput) => [
  input.titolo,
  input.inizioAt,
  input.fineAt,
  input.sede === null ? null : JSON.stringify(input.sede),
  input.linkVideo,
  input.secondaConvocazione,
];

/** A draft about to be written. */
export interface Bozza {
  readonly ambitoId: string;
  readonly incontroId: string;
  readonly tavoloId: string | null;
  readonly chi: Actor;
  /** Whether its time or place change with this. */
  readonly cambia: boolean;
}

/**
 * Writes what a draft is made of, in place of what was there. @returns the tavoli that are asked now, and were not before
 * @throws ProblemError on `/altriTavoli`, `/membri` when they are not of this ambito
 */
export async function scriviParti(db: EntityManager, di: Bozza, input: IncontroInput): Promise<string[]> {
  const { ambitoId, incontroId, tavoloId } = di;
  const kept = new Set(
    (
      await db.query<{ id: string }[]>('SELECT id FROM incontro_punto WHERE ambito_id = $1 AND incontro_id = $2', [ambitoId, incontroId])
    ).map(p => p.id),
  );
  for (const table of ['incontro_punto', 'incontro_membro', 'incontro_ospite']) {
    await db.query(`DELETE FROM ${table} WHERE ambito_id = $1 AND incontro_id = $2`, [ambitoId, incontroId]);
  }
  const chiesti = await scriviTavoli(db, di, input.altriTavoli);
  const punti = input.punti.map((punto, ordine) => ({
    ...punto,
    ordine,
    id: punto.id !== undefined && kept.delete(punto.id) ? punto.id : randomUUID(),
  }));
  await db.query(
    `INSERT INTO incontro_punto (ambito_id, id, incontro_id, ordine, titolo, minuti, relatore)
     SELECT $1, id, $2, ordine, titolo, minuti, relatore FROM jsonb_to_recordset($3::jsonb) AS p (id uuid, ordine int, titolo text, minuti int, relatore text)`,
    [ambitoId, incontroId, JSON.stringify(punti)],
  );
  await legaProposte(db, ambitoId, tavoloId, punti);
  await scriviMembri(db, ambitoId, incontroId, input.membri);
  await db.query(
    `INSERT INTO incontro_ospite (ambito_id, id, incontro_id, nome, email)
     SELECT $1, gen_random_uuid(), $2, nome, email FROM jsonb_to_recordset($3::jsonb) AS o (nome text, email text)`,
    [ambitoId, incontroId, JSON.stringify(input.ospiti)],
  );
  return chiesti;
}

/** `$3` null: all tavoli; `$4`: those that agree by this act, null: all of them; `$6`: the others are asked anew. */
const CONSENSI = `
  INSERT INTO incontro_tavolo (ambito_id, incontro_id, tavolo_id, consenso, consenso_at, consenso_account_id)
  SELECT t.ambito_id, $2, t.id, CASE WHEN d.si THEN 'dato' ELSE 'chiesto' END, CASE WHEN d.si THEN now() END, CASE WHEN d.si THEN $5::uuid END
  FROM tavolo t CROSS JOIN LATERAL (SELECT $4::uuid[] IS NULL OR t.id = ANY($4::uuid[]) AS si) d
  WHERE t.ambito_id = $1 AND (t.id = ANY($3::uuid[]) OR ($3::uuid[] IS NULL AND ${aperto('t')} AND ${radice('t')}))
  ON CONFLICT (ambito_id, incontro_id, tavolo_id) DO UPDATE SET consenso = excluded.consenso, consenso_at = excluded.consenso_at, consenso_account_id = excluded.consenso_account_id, consenso_motivo = NULL
    WHERE (excluded.consenso = 'dato' AND incontro_tavolo.consenso IN ${fra(CONSENSI_MANCANTI)}) OR (excluded.consenso = 'chiesto' AND $6)`;

/**
 * Those named, each with what it has said: the tavolo that calls and those for which the writer answers agree by this; the others are asked, again too
 * where the time or the place is another than the one they said yes to.
 */
async function scriviTavoli(
  db: EntityManager,
  { ambitoId, incontroId, tavoloId, chi, cambia }: Bozza,
  altri: readonly string[],
): Promise<string[]> {
  const chosen = tavoloId === null ? null : [...new Set([tavoloId, ...altri])];
  const decisi = chosen?.filter(id => id === tavoloId || decidePer(chi, ambitoId, id)) ?? null;
  await db.query('DELETE FROM incontro_tavolo WHERE ambito_id = $1 AND incontro_id = $2 AND NOT tavolo_id = ANY($3::uuid[])', [
    ambitoId,
    incontroId,
    chosen ?? [],
  ]);
  const before = await db.query<{ id: string }[]>(
    `SELECT tavolo_id AS id FROM incontro_tavolo WHERE ambito_id = $1 AND incontro_id = $2 AND NOT $3::boolean`,
    [ambitoId, incontroId, cambia],
  );
  await db.query(CONSENSI, [ambitoId, incontroId, chosen, decisi, chi.id, cambia]);
  const rows = await db.query<{ id: string; consenso: string }[]>(
    'SELECT tavolo_id AS id, consenso FROM incontro_tavolo WHERE ambito_id = $1 AND incontro_id = $2',
    [ambitoId, incontroId],
  );
  if (chosen !== null && rows.length !== chosen.length)
    throw fieldProblem('richiesta.non_valida', '/altriTavoli', 'Scegli i tavoli tra quelli dell’ambito.');
  return rows.filter(r => r.consenso === 'chiesto' && !before.some(b => b.id === r.id)).map(r => r.id);
}

async function scriviMembri(db: EntityManager, ambitoId: string, incontroId: string, membri: readonly string[]): Promise<void> {
  const rows = await db.query<unknown[]>(
    `INSERT INTO incontro_membro (ambito_id, incontro_id, rappresentante_id)
     SELECT DISTINCT m.ambito_id, $2::uuid, m.rappresentante_id FROM mandato m
     JOIN incontro_tavolo nt ON nt.ambito_id = m.ambito_id AND nt.tavolo_id = m.tavolo_id AND nt.incontro_id = $2
     WHERE m.ambito_id = $1 AND ${siede('m')} AND m.rappresentante_id = ANY($3::uuid[]) RETURNING rappresentante_id`,
    [ambitoId, incontroId, membri],
  );
  if (rows.length !== new Set(membri).size)
    throw fieldProblem('richiesta.non_valida', '/membri', 'Scegli le persone tra chi siede al tavolo.');
}
