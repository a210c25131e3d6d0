import { AMBITO, type Secret, type Seen } from '../platform/procedura/kind.js';

export const DIRETTO_KIND = {
  kind: 'diretto',
  table: 'posto_diretto',
  alias: 'p',
  tavolo: 'x.tavolo_id',
  ente: 'x.ente_id',
  state: 'x.stato',
  news: 'designazione',
} as const satisfies Seen;

/** The invitation of an ente, by the link it was mailed: it may answer for each of its seats. */
export const INVITO_DIRETTO_SECRET = {
  secret: 'invito_diretto',
  opens: ['nomina.'],
  sql: `SELECT ${AMBITO}, i.id, i.ente_id AS "enteId" FROM invito_diretto_segreto s
    JOIN invito_diretto i ON i.ambito_id = s.ambito_id AND i.id = s.invito_id JOIN ambito a ON a.id = i.ambito_id WHERE s.segreto_hash = $1`,
  parts: { posto_diretto: 'SELECT id FROM posto_diretto WHERE ambito_id = $1 AND invito_id = $2::uuid AND id = ANY($3::uuid[])' },
} as const satisfies Secret;
