import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { hashSecret, newSecret } from '../../platform/tokens/secret.js';
import { siede } from '../../posti/siede.sql.js';

/** Somebody who sits at the tavolo of an elaborato, to be told of it. */
export interface Membro {
  readonly name: string;
  readonly address: string;
  readonly rappresentanteId: string;
}

/** SQL over `l`, an elaborato: who sits at its tavolo, one for each mailbox, as a list of `Membro`. */
export const MEMBRI = `(SELECT coalesce(jsonb_agg(jsonb_build_object('name', q.nome, 'address', q.email, 'rappresentanteId', q.id) ORDER BY q.email), '[]') FROM (
  SELECT DISTINCT ON (r.email) r.nome || ' ' || r.cognome AS nome, r.email, r.id
  FROM mandato m JOIN rappresentante r ON r.ambito_id = m.ambito_id AND r.id = m.rappresentante_id
  WHERE m.ambito_id = l.ambito_id AND m.tavolo_id = l.tavolo_id AND ${siede('m')} ORDER BY r.email, r.id) q)`;

/** A link of their own for each, that asks for no account. Those mailed before go on opening it. @returns secret by `rappresentanteId` */
export async function creaLettori(
  db: EntityManager,
  ambitoId: string,
  elaboratoId: string,
  membri: readonly Membro[],
): Promise<ReadonlyMap<string, string>> {
  const segreti = new Map(membri.map(({ rappresentanteId }) => [rappresentanteId, newSecret()]));
  await db.query(
    `INSERT INTO elaborato_lettore (ambito_id, id, elaborato_id, rappresentante_id, segreto_hash)
     SELECT $1, i, $2, r, h FROM unnest($3::uuid[], $4::uuid[], $5::bytea[]) AS s (i, r, h)`,
    [ambitoId, elaboratoId, [...segreti.keys()].map(() => randomUUID()), [...segreti.keys()], [...segreti.values()].map(hashSecret)],
  );
  return segreti;
}

/** What a mailed link opens, for who still sits at its tavolo. */
export interface Lettura {
  readonly id: string;
  readonly tavoloId: string;
  /** Of who reads. */
  readonly nome: string;
  readonly siede: boolean;
}

/** SQL: the `Lettura` of the link `$2` in the ambito `$1`. */
export const LETTURA = `SELECT l.id, l.tavolo_id AS "tavoloId", r.nome || ' ' || r.cognome AS nome,
    EXISTS (SELECT 1 FROM mandato m WHERE m.ambito_id = l.ambito_id AND m.tavolo_id = l.tavolo_id AND m.rappresentante_id = r.id AND ${siede('m')}) AS siede
  FROM elaborato_lettore x JOIN elaborato l ON l.ambito_id = x.ambito_id AND l.id = x.elaborato_id
  JOIN rappresentante r ON r.ambito_id = x.ambito_id AND r.id = x.rappresentante_id WHERE x.ambito_id = $1 AND x.id = $2`;
