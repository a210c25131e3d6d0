import type { EntityManager } from 'typeorm';
import { columns, type Row } from '../../platform/database/rows.js';

/** So many rows go in one statement. */
const PEZZO = 1000;

function* pezzi<T>(righe: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < righe.length; i += PEZZO) yield righe.slice(i, i + PEZZO);
}

/** Adds rows, all with the same columns, in few statements: the table itself says what each column is. */
export async function inserisciRighe(db: EntityManager, table: string, righe: readonly object[]): Promise<void> {
  for (const pezzo of pezzi(righe.map(columns))) {
    const nomi = Object.keys(pezzo[0] ?? {}).join(', ');
    await db.query(`INSERT INTO ${table} (${nomi}) SELECT ${nomi} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`, [json(pezzo)]);
  }
}

/** Rewrites columns of rows that are found by `chiave`; `anche` is SQL of what is set besides. */
export async function aggiornaRighe(
  db: EntityManager,
  table: string,
  ambitoId: string,
  chiave: string,
  righe: readonly object[],
  anche = '',
): Promise<void> {
  for (const pezzo of pezzi(righe.map(columns))) {
    const nomi = Object.keys(pezzo[0] ?? {}).filter(nome => nome !== chiave);
    await db.query(
      `UPDATE ${table} x SET ${nomi.map(nome => `${nome} = r.${nome}`).join(', ')}${anche}
       FROM jsonb_populate_recordset(NULL::${table}, $2::jsonb) r WHERE x.ambito_id = $1 AND x.${chiave} = r.${chiave}`,
      [ambitoId, json(pezzo)],
    );
  }
}

export const eliminaRighe = (
  db: EntityManager,
  table: string,
  ambitoId: string,
  chiave: string,
  ids: readonly string[],
): Promise<unknown> => db.query(`DELETE FROM ${table} WHERE ambito_id = $1 AND ${chiave}::text = ANY($2::text[])`, [ambitoId, ids]);

const json = (righe: readonly Row[]): string => JSON.stringify(righe);
