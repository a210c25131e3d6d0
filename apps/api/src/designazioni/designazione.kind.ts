import { CONSENSI_DATI_UN_GIORNO } from '@tavoli/shared';
import { visibleWhere } from '../platform/access/visible.js';
import { AMBITO, type Lettore, type Secret, type Seen } from '../platform/procedura/kind.js';
import { fra } from '../platform/database/fra.js';

const nome = ({ actor, ambitoId, args }: Lettore): string => `SELECT d.ambito_id, d.id, e.denominazione || ', ' || t.nome AS titolo,
    'Designazione' || CASE WHEN d.protocollo_numero IS NULL THEN '' ELSE ', n. di registro del portale ' || d.protocollo_numero || '/' || d.protocollo_anno END AS riferimento,
    NULL::text AS pubblico, 'area/designazioni/' || d.id AS area, d.inviata_at AS at
    FROM designazione d JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id
    WHERE ${visibleWhere(DESIGNAZIONE_KIND, actor, ambitoId, args)}`;

export const DESIGNAZIONE_KIND = {
  kind: 'designazione',
  table: 'designazione',
  alias: 'd',
  tavolo: 'x.tavolo_id',
  ente: 'x.ente_id',
  state: 'x.stato',
  parts: [{ part: 'persona', table: 'rappresentante', whole: 'designazione_id' }],
  names: { designazione: nome },
} as const satisfies Seen;

/** The person that a designazione names, asked for their consent. */
export const RAPPRESENTANTE_SECRET = {
  secret: 'rappresentante',
  opens: ['consenso.'],
  sql: `SELECT ${AMBITO}, r.id, d.tavolo_id AS "tavoloId", d.ente_id AS "enteId", r.consenso AS stato
    FROM rappresentante r JOIN designazione d ON d.ambito_id = r.ambito_id AND d.id = r.designazione_id JOIN ambito a ON a.id = r.ambito_id
    WHERE r.segreto_hash = $1`,
} as const satisfies Secret;

/** Of somebody who has answered, or whose designazione the office has accepted: one that answers an invitation is accepted as it comes, and nobody looked at it. */
export const NOTO_PER_DESIGNAZIONE = `EXISTS (SELECT 1 FROM rappresentante r JOIN designazione d ON d.ambito_id = r.ambito_id AND d.id = r.designazione_id
  WHERE r.email = a AND (r.consenso IN ${fra(CONSENSI_DATI_UN_GIORNO)} OR (d.accettata_at IS NOT NULL AND d.posto_id IS NULL)))`;
