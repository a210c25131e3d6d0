import { inRitardo, type CruscottoView, type StatoFase } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { comuneNelGiorno } from '../ambiti/comuni.sql.js';
import { iso } from '../platform/http/json-view.js';
import { siede } from '../posti/siede.sql.js';

interface FaseRow {
  readonly id: string;
  readonly chiave: string | null;
  readonly titolo: string;
  readonly stato: StatoFase;
  readonly previstaDal: string | null;
  readonly previstaAl: string | null;
}
export interface IterRow {
  readonly scadenza: string | null;
  readonly fasi: readonly FaseRow[];
}

const ITER = `
  SELECT i.scadenza::text AS scadenza, (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'chiave', f.chiave, 'titolo', f.titolo, 'stato', f.stato, 'previstaDal', f.prevista_dal::text, 'previstaAl', f.prevista_al::text) ORDER BY f.ordine, f.id), '[]')
    FROM fase f WHERE f.ambito_id = i.ambito_id AND f.iter_id = i.id) AS fasi
  FROM iter i JOIN piano_di_zona p ON p.ambito_id = i.ambito_id AND p.id = i.piano_id WHERE i.ambito_id = $1 ORDER BY p.dal DESC, p.id LIMIT 1`;

/** Verified enti, and those with somebody at a tavolo: by thematic area, by comune of their registered seat. */
const COPERTURA = `
  SELECT
    (SELECT coalesce(jsonb_agg(jsonb_build_object('nome', a.nome, 'registrati', r.n, 'seduti', s.n) ORDER BY a.ordine), '[]') FROM area_tematica a
      CROSS JOIN LATERAL (SELECT count(*) AS n FROM ente e WHERE e.ambito_id = a.ambito_id AND e.stato = 'verificato' AND a.id = ANY(e.aree)) r
      CROSS JOIN LATERAL (SELECT count(DISTINCT m.ente_id) AS n FROM tavolo_area ta JOIN mandato m ON m.ambito_id = ta.ambito_id AND m.tavolo_id = ta.tavolo_id AND ${siede('m')}
        WHERE ta.ambito_id = a.ambito_id AND ta.area_id = a.id) s
      WHERE a.ambito_id = $1) AS aree,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('nome', c.nome, 'registrati', coalesce(k.registrati, 0), 'seduti', coalesce(k.seduti, 0)) ORDER BY c.nome), '[]') FROM comune c
      LEFT JOIN (SELECT lower(e.sede_legale->>'comune') AS comune, count(*) AS registrati,
          count(*) FILTER (WHERE EXISTS (SELECT 1 FROM mandato m WHERE m.ambito_id = e.ambito_id AND m.ente_id = e.id AND ${siede('m')})) AS seduti
        FROM ente e WHERE e.ambito_id = $1 AND e.stato = 'verificato' GROUP BY 1) k ON k.comune = lower(c.nome)
      WHERE c.ambito_id = $1 AND ${comuneNelGiorno('c')}) AS comuni`;

const SETTIMANA = `SELECT r.azione, count(*)::int AS volte, ${iso('max(r.at)')} AS "ultimaAt" FROM registro r
  WHERE r.ambito_id = $1 AND r.at > now() - interval '7 days' GROUP BY r.azione ORDER BY count(*) DESC, max(r.at) DESC`;

export async function leggiIter(db: EntityManager, ambitoId: string): Promise<IterRow | null> {
  const [row] = await db.query<IterRow[]>(ITER, [ambitoId]);
  return row ?? null;
}

export const vistaIter = (iter: IterRow | null, oggi: string): CruscottoView['iter'] =>
  iter && {
    scadenza: iter.scadenza,
    fasi: iter.fasi.map(f => ({ id: f.id, titolo: f.titolo, stato: f.stato, previstaAl: f.previstaAl, inRitardo: inRitardo(f, oggi) })),
  };

export async function leggiCopertura(db: EntityManager, ambitoId: string): Promise<CruscottoView['copertura']> {
  const [row] = await db.query<CruscottoView['copertura'][]>(COPERTURA, [ambitoId]);
  return row ?? { aree: [], comuni: [] };
}

export const leggiSettimana = (db: EntityManager, ambitoId: string): Promise<CruscottoView['settimana']> =>
  db.query<CruscottoView['settimana']>(SETTIMANA, [ambitoId]);
