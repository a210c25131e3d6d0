import { CONSENSI_DATI_UN_GIORNO } from '@tavoli/shared';
import { AMBITO, type Secret, type Seen } from '../platform/procedura/kind.js';
import { fra } from '../platform/database/fra.js';

export const DESIGNAZIONE_KIND = {
  kind: 'designazione',
  table: 'designazione',
  alias: 'd',
  tavolo: 'x.tavolo_id',
  ente: 'x.ente_id',
  state: 'x.stato',
  parts: [{ part: 'persona', table: 'rappresentante', whole: 'designazione_id' }],
} as const satisfies Seen;

/** The person that a designazione names, asked for their consent. */
export const RAPPRESENTANTE_SECRET = {
  secret: 'rappresentante',
  opens: ['consenso.'],
  sql: `SELECT ${AMBITO}, r.id, d.tavolo_id AS "tavoloId", d.ente_id AS "enteId", r.consenso AS stato
    FROM rappresentante r JOIN designazione d ON d.ambito_id = r.ambito_id AND d.id = r.designazione_id JOIN ambito a ON a.id = r.ambito_id
    WHERE r.segreto_hash = $1`,
} as const satisfies Secret;

/** Of somebody who has answered, or whose designazione the office has accepted. */
export const NOTO_PER_DESIGNAZIONE = `EXISTS (SELECT 1 FROM rappresentante r JOIN designazione d ON d.ambito_id = r.ambito_id AND d.id = r.designazione_id
  WHERE r.email = a AND (r.consenso IN ${fra(CONSENSI_DATI_UN_GIORNO)} OR d.accettata_at IS NOT NULL))`;
