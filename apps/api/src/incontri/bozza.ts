import { randomUUID } from 'node:crypto';
import type { IncontroInput, TipoIncontro } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { fieldProblem } from '../platform/problem/problem.error.js';

/** What a draft is of: its own tavolo (null: a plenaria, of all) and the kind that follows from what was asked. */
export function tipoDi(tavoloId: string | null, input: Pick<IncontroInput, 'altriTavoli' | 'membri'>): TipoIncontro {
  if (tavoloId === null) return 'plenaria';
  if (input.membri.length > 0) return 'focus';
  return input.altriTavoli.some(id => id !== tavoloId) ? 'congiunto' : 'tavolo';
}

/** Columns of the incontro itself. */
export const colonne = (input: IncontroInput) => [
  input.titolo, input.inizioAt, input.fineAt, input.sede === null ? null : JSON.stringify(input.sede), input.linkVideo, input.secondaConvocazione,
];

/** Writes what a draft is made of, in place of what was there. @throws ProblemError on `/altriTavoli`, `/membri` when they are not of this ambito */
export async function scriviParti(db: EntityManager, ambitoId: string, incontroId: string, tavoloId: string | null, input: IncontroInput): Promise<void> {
  const kept = new Set((await db.query<{ id: string }[]>('SELECT id FROM incontro_punto WHERE ambito_id = $1 AND incontro_id = $2', [ambitoId, incontroId])).map(p => p.id));
  for (const table of ['incontro_tavolo', 'incontro_punto', 'incontro_membro', 'incontro_ospite']) {
    await db.query(`DELETE FROM ${table} WHERE ambito_id = $1 AND incontro_id = $2`, [ambitoId, incontroId]);
  }
  await scriviTavoli(db, ambitoId, incontroId, tavoloId, input.altriTavoli);
  const punti = input.punti.map((punto, ordine) => ({ ...punto, ordine, id: punto.id !== undefined && kept.delete(punto.id) ? punto.id : randomUUID() }));
  await db.query(
    `INSERT INTO incontro_punto (ambito_id, id, incontro_id, ordine, titolo, minuti, relatore)
     SELECT $1, id, $2, ordine, titolo, minuti, relatore FROM jsonb_to_recordset($3::jsonb) AS p (id uuid, ordine int, titolo text, minuti int, relatore text)`,
    [ambitoId, incontroId, JSON.stringify(punti)],
  );
  await scriviMembri(db, ambitoId, incontroId, input.membri);
  await db.query(
    `INSERT INTO incontro_ospite (ambito_id, id, incontro_id, nome, email)
     SELECT $1, gen_random_uuid(), $2, nome, email FROM jsonb_to_recordset($3::jsonb) AS o (nome text, email text)`,
    [ambitoId, incontroId, JSON.stringify(input.ospiti)],
  );
}

async function scriviTavoli(db: EntityManager, ambitoId: string, incontroId: string, tavoloId: string | null, altri: readonly string[]): Promise<void> {
  const chosen = tavoloId === null ? null : [...new Set([tavoloId, ...altri])];
  const rows = await db.query<unknown[]>(
    `INSERT INTO incontro_tavolo (ambito_id, incontro_id, tavolo_id)
     SELECT ambito_id, $2, id FROM tavolo WHERE ambito_id = $1 AND ($3::uuid[] IS NULL OR id = ANY($3::uuid[])) RETURNING tavolo_id`,
    [ambitoId, incontroId, chosen],
  );
  if (chosen !== null && rows.length !== chosen.length) throw fieldProblem('richiesta.non_valida', '/altriTavoli', 'Scegli i tavoli tra quelli dell’ambito.');
}

async function scriviMembri(db: EntityManager, ambitoId: string, incontroId: string, membri: readonly string[]): Promise<void> {
  const rows = await db.query<unknown[]>(
    `INSERT INTO incontro_membro (ambito_id, incontro_id, rappresentante_id)
     SELECT DISTINCT m.ambito_id, $2::uuid, m.rappresentante_id FROM mandato m
     JOIN incontro_tavolo nt ON nt.ambito_id = m.ambito_id AND nt.tavolo_id = m.tavolo_id AND nt.incontro_id = $2
     WHERE m.ambito_id = $1 AND m.al IS NULL AND m.rappresentante_id = ANY($3::uuid[]) RETURNING rappresentante_id`,
    [ambitoId, incontroId, membri],
  );
  if (rows.length !== new Set(membri).size) throw fieldProblem('richiesta.non_valida', '/membri', 'Scegli le persone tra chi siede al tavolo.');
}
