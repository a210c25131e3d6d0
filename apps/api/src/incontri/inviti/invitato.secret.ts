import { AMBITO, type Secret } from '../../platform/procedura/kind.js';

/** Who was called to an incontro, in each seat that their mailbox was called for. */
export const INVITATO_SECRET = {
  secret: 'invitato',
  opens: ['invito.'],
  sql: `SELECT ${AMBITO}, i.id, n.tavolo_id AS "tavoloId", i.ente_id AS "enteId", i.risposta AS stato
    FROM invito_segreto s JOIN invitato i ON i.ambito_id = s.ambito_id AND i.id = s.invitato_id
    JOIN incontro n ON n.ambito_id = i.ambito_id AND n.id = i.incontro_id JOIN ambito a ON a.id = i.ambito_id
    WHERE s.segreto_hash = $1`,
  parts: {
    invito: `SELECT i.id FROM invitato i JOIN invitato io ON io.ambito_id = i.ambito_id AND io.incontro_id = i.incontro_id AND io.email = i.email
      WHERE i.ambito_id = $1 AND io.id = $2 AND i.id = ANY($3::uuid[])`,
    sezione_verbale: `SELECT s.id FROM invitato i JOIN verbale v ON v.ambito_id = i.ambito_id AND v.incontro_id = i.incontro_id AND v.stato = 'in_revisione'
      JOIN verbale_sezione s ON s.ambito_id = v.ambito_id AND s.verbale_id = v.id WHERE i.ambito_id = $1 AND i.id = $2 AND s.id = ANY($3::uuid[])`,
  },
} as const satisfies Secret;

/** Of somebody whom the office has called. */
export const NOTO_PER_INVITO = 'EXISTS (SELECT 1 FROM invitato i WHERE i.email = a)';
