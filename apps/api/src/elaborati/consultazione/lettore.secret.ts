import { AMBITO, type Secret } from '../../platform/procedura/kind.js';

/** Who sits at a tavolo, by the link that they were mailed when its elaborato went into consultation. */
export const LETTORE_SECRET = {
  secret: 'lettore',
  opens: ['consultazione.'],
  sql: `SELECT ${AMBITO}, x.id, l.tavolo_id AS "tavoloId", NULL::uuid AS "enteId", l.stato
    FROM elaborato_lettore x JOIN elaborato l ON l.ambito_id = x.ambito_id AND l.id = x.elaborato_id JOIN ambito a ON a.id = x.ambito_id
    WHERE x.segreto_hash = $1`,
  parts: {
    parte_elaborato: `SELECT s.id FROM elaborato_lettore x JOIN elaborato_sezione s ON s.ambito_id = x.ambito_id AND s.elaborato_id = x.elaborato_id
      WHERE x.ambito_id = $1 AND x.id = $2 AND s.id = ANY($3::uuid[])`,
  },
} as const satisfies Secret;
