import { vedonoTutti } from '../../platform/access/nomi.js';
import { readsWhere, visibleWhere } from '../../platform/access/visible.js';
import type { Lettore, Seen } from '../../platform/procedura/kind.js';

const nome = ({
  actor,
  ambitoId,
  args,
}: Lettore): string => `SELECT l.ambito_id, l.id, l.titolo, 'Elaborato' || coalesce((SELECT ', n. di registro del portale ' || k.protocollo_numero || '/' || k.protocollo_anno FROM elaborato_accoglimento k WHERE k.ambito_id = l.ambito_id AND k.elaborato_id = l.id), '') AS riferimento,
    CASE WHEN ${vedonoTutti(ELABORATO_KIND)} THEN 'elaborati/' || l.id END AS pubblico, CASE WHEN ${readsWhere(ELABORATO_KIND, 'elaborato.leggi', actor, ambitoId, args)} THEN 'area/elaborati/' || l.id END AS area, l.aggiornato_at AS at
    FROM elaborato l WHERE ${visibleWhere(ELABORATO_KIND, actor, ambitoId, args)}`;

export const ELABORATO_KIND = {
  kind: 'elaborato',
  table: 'elaborato',
  alias: 'l',
  tavolo: 'x.tavolo_id',
  state: 'x.stato',
  seated: true,
  page: 'elaborati',
  parts: [{ part: 'parte_elaborato', table: 'elaborato_sezione', whole: 'elaborato_id' }],
  names: { elaborato: nome },
} as const satisfies Seen;
