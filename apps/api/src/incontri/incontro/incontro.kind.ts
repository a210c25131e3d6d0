import { giorno, vedonoTutti } from '../../platform/access/nomi.js';
import { readsWhere, visibleWhere } from '../../platform/access/visible.js';
import type { Lettore, Seen } from '../../platform/procedura/kind.js';

const nome = ({
  actor,
  ambitoId,
  args,
}: Lettore): string => `SELECT n.ambito_id, n.id, n.titolo, 'Incontro del ' || ${giorno('n.inizio_at')} AS riferimento,
    CASE WHEN ${vedonoTutti(INCONTRO_KIND)} THEN 'incontri/' || n.id END AS pubblico, CASE WHEN ${readsWhere(INCONTRO_KIND, 'incontro.segui', actor, ambitoId, args)} THEN 'area/incontri/' || n.id END AS area, n.inizio_at AS at
    FROM incontro n WHERE ${visibleWhere(INCONTRO_KIND, actor, ambitoId, args)}`;

const nomeDelPunto = (
  lettore: Lettore,
): string => `SELECT n.ambito_id, p.id, n.titolo || ': ' || p.titolo AS titolo, n.riferimento, n.pubblico, n.area, n.at
    FROM (${nome(lettore)}) n JOIN incontro_punto p ON p.ambito_id = n.ambito_id AND p.incontro_id = n.id`;

export const INCONTRO_KIND = {
  kind: 'incontro',
  table: 'incontro',
  alias: 'n',
  tavolo: 'x.tavolo_id',
  incontro: 'x.id',
  tavoli: 'SELECT nt.tavolo_id FROM incontro_tavolo nt WHERE nt.ambito_id = x.ambito_id AND nt.incontro_id = x.id',
  state: 'x.stato',
  seated: true,
  followed: true,
  page: 'incontri',
  parts: [
    { part: 'punto', table: 'incontro_punto', whole: 'incontro_id' },
    { part: 'documento_incontro', table: 'incontro_file', whole: 'incontro_id' },
    { part: 'posto', table: 'presenza', whole: 'incontro_id' },
    { part: 'invitato', table: 'invitato', whole: 'incontro_id' },
  ],
  names: { incontro: nome, punto: nomeDelPunto },
} as const satisfies Seen;
