import type { EntityManager } from 'typeorm';
import type { Cosa } from './oscurabile.js';

/** What keeps, of each published document, the words of other things that it was printed with, beside the ids of those. */
const STAMPATI = {
  verbale: `SELECT p.ambito_id, p.verbale_id AS id, p.stampato AS nomi FROM verbale_pubblicazione p`,
  elaborato: `SELECT k.ambito_id, k.elaborato_id AS id, k.foto AS nomi FROM elaborato_accoglimento k`,
} as const;

const TUTTI = Object.entries(STAMPATI)
  .map(
    ([tipo, sql]) =>
      `SELECT '${tipo}' AS tipo, q.id FROM (${sql}) q WHERE q.ambito_id = $1 AND q.id::text <> $2 AND q.nomi::text LIKE '%' || $2 || '%'`,
  )
  .join(' UNION ALL ');

/** Published documents that were printed with the words of a thing. */
export const documentiCheStampano = (db: EntityManager, ambitoId: string, id: string): Promise<Cosa[]> =>
  db.query<Cosa[]>(`SELECT * FROM (${TUTTI}) d ORDER BY d.tipo, d.id`, [ambitoId, id]);
