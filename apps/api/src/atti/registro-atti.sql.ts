import { ATTO_KIND } from '../iter/iter/iter.kinds.js';
import { visibleWhere } from '../platform/access/visible.js';
import { conFirmatari } from '../platform/storage/signed/signed-names.js';
import type { Lettore } from '../platform/procedura/kind.js';

/** The acts `t` that the reader may see. */
export const attiVisibili = ({ actor, ambitoId, args }: Lettore): string =>
  `(SELECT t.* FROM (SELECT q.*, ${(ATTO_KIND.state ?? '').replaceAll('x.', 'q.')} AS stato FROM atto q) t WHERE t.ambito_id = $1 AND ${visibleWhere(ATTO_KIND, actor, ambitoId, args)})`;

const giorno = (colonna: string): string => `to_char(${colonna}, 'YYYY-MM-DD')`;
const altri = (visibili: string, uno: string, altro: string): string =>
  `(SELECT coalesce(jsonb_agg(jsonb_build_object('tipo', r.tipo, 'atto', jsonb_build_object('id', a.id, 'titolo', a.titolo, 'tipo', a.tipo, 'numero', a.numero, 'data', ${giorno('a.data')})) ORDER BY a.data, a.id), '[]')
    FROM atto_rapporto r JOIN ${visibili} a ON a.id = r.${altro} WHERE r.ambito_id = t.ambito_id AND r.${uno} = t.id)`;

/** Columns of an `AttoDellAmbitoView` of the row `t`. */
export const colonneAtto = (visibili: string): string => `t.id, t.tipo,
  CASE WHEN EXISTS (SELECT 1 FROM atto_rapporto r WHERE r.ambito_id = t.ambito_id AND r.altro_id = t.id AND r.tipo = 'revoca') THEN 'revocato'
    WHEN t.numero IS NOT NULL AND t.data IS NOT NULL THEN 'adottato' ELSE 'bozza' END AS stato,
  t.organo, t.titolo, t.numero, ${giorno('t.data')} AS data, t.ufficio, t.firmatario, ${giorno('t.esecutivo_dal')} AS "esecutivoDal", t.albo,
  ${giorno('t.albo_dal')} AS "alboDal", ${giorno('t.albo_al')} AS "alboAl", t.parti, t.impegni, ${giorno('t.dal')} AS dal, ${giorno('t.al')} AS al, t.pubblico, ${conFirmatari('t.file')} AS file,
  (SELECT jsonb_build_object('id', f.id, 'titolo', f.titolo) FROM fase f WHERE f.ambito_id = t.ambito_id AND f.id = t.fase_id) AS fase,
  ${altri(visibili, 'atto_id', 'altro_id')} AS rapporti, ${altri(visibili, 'altro_id', 'atto_id')} AS "rapportiDaAltri", t.version`;
