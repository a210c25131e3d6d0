import { giorno, vedonoTutti } from '../../platform/access/nomi.js';
import { readsWhere, visibleWhere } from '../../platform/access/visible.js';
import type { Lettore, Seen } from '../../platform/procedura/kind.js';

/** A verbale by number and day: no word of anybody's. `v` verbale, `n` incontro. */
export const RIFERIMENTO_VERBALE = `CASE WHEN v.numero IS NULL THEN 'Verbale dell’incontro del ' ELSE 'Verbale n. ' || v.numero || '/' || v.anno || ', incontro del ' END || ${giorno('n.inizio_at')}`;

const nome = ({ actor, ambitoId, args }: Lettore): string => `SELECT v.ambito_id, v.id, n.titolo, ${RIFERIMENTO_VERBALE} AS riferimento,
    CASE WHEN ${vedonoTutti(VERBALE_KIND)} THEN 'verbali/' || v.id END AS pubblico, CASE WHEN ${readsWhere(VERBALE_KIND, 'verbale.leggi', actor, ambitoId, args)} THEN 'area/verbali/' || v.id END AS area,
    coalesce((SELECT p.at FROM verbale_pubblicazione p WHERE p.ambito_id = v.ambito_id AND p.verbale_id = v.id), n.inizio_at) AS at
    FROM verbale v JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id WHERE ${visibleWhere(VERBALE_KIND, actor, ambitoId, args)}`;

/** The sections `s` of the verbali `v` that the reader may see, with title and decisioni `w`: of the twin, or as written for who reads it whole and before there is one. */
const sezioni = (
  lettore: Lettore,
): string => `FROM (${nome(lettore)}) v JOIN verbale_sezione s ON s.ambito_id = v.ambito_id AND s.verbale_id = v.id
  JOIN LATERAL (SELECT CASE WHEN p.verbale_id IS NOT NULL THEN g.x->>'titolo' WHEN v.area IS NOT NULL THEN s.titolo END AS sezione,
      CASE WHEN p.verbale_id IS NOT NULL THEN g.x->'decisioni' WHEN v.area IS NOT NULL THEN s.decisioni END AS decisioni
    FROM (SELECT 1) uno LEFT JOIN verbale_pubblicazione p ON p.ambito_id = s.ambito_id AND p.verbale_id = s.verbale_id
    LEFT JOIN LATERAL (SELECT e AS x FROM jsonb_array_elements(p.contenuto->'sezioni') e WHERE e->>'id' = s.id::text) g ON true) w ON w.sezione IS NOT NULL`;

const nomeDellaSezione = (lettore: Lettore): string =>
  `SELECT v.ambito_id, s.id, v.titolo || ': ' || w.sezione AS titolo, v.riferimento, v.pubblico, v.area, v.at ${sezioni(lettore)}`;

/** The parts of verbali, with the words of their decisioni: rows `ambito_id, id, verbale_id, sezione, decisioni`. */
export const partiDiVerbale = (lettore: Lettore): string =>
  `SELECT s.ambito_id, s.id, s.verbale_id, w.sezione, w.decisioni ${sezioni(lettore)}`;

export const VERBALE_KIND = {
  kind: 'verbale',
  table: 'verbale',
  alias: 'v',
  tavolo: 'x.tavolo_id',
  incontro: 'x.incontro_id',
  tavoli: 'SELECT nt.tavolo_id FROM incontro_tavolo nt WHERE nt.ambito_id = x.ambito_id AND nt.incontro_id = x.incontro_id',
  state: 'x.stato',
  seated: true,
  page: 'verbali',
  parts: [{ part: 'sezione_verbale', table: 'verbale_sezione', whole: 'verbale_id' }],
  names: { verbale: nome, verbale_sezione: nomeDellaSezione },
} as const satisfies Seen;
