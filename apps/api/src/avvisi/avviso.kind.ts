import { vedonoTutti } from '../platform/access/nomi.js';
import { readsWhere, visibleWhere } from '../platform/access/visible.js';
import type { Lettore, Seen } from '../platform/procedura/kind.js';

const nome = ({ actor, ambitoId, args }: Lettore): string => `SELECT v.ambito_id, v.id, v.titolo, 'Avviso' AS riferimento,
    CASE WHEN ${vedonoTutti(AVVISO_KIND)} THEN 'avvisi/' || v.id END AS pubblico, CASE WHEN ${readsWhere(AVVISO_KIND, 'avviso.segui', actor, ambitoId, args)} THEN 'area/avvisi/' || v.id END AS area,
    v.pubblicato_at AS at FROM avviso v WHERE ${visibleWhere(AVVISO_KIND, actor, ambitoId, args)}`;

export const AVVISO_KIND = {
  kind: 'avviso',
  table: 'avviso',
  alias: 'v',
  state: 'x.stato',
  page: 'avvisi',
  names: { avviso: nome },
} as const satisfies Seen;
