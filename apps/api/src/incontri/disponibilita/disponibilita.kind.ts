import { AMBITO, type Secret, type Seen } from '../../platform/procedura/kind.js';

export const DISPONIBILITA_KIND = {
  kind: 'disponibilita',
  table: 'disponibilita',
  alias: 'd',
  tavolo: 'x.tavolo_id',
  state: 'x.stato',
  news: 'incontro',
} as const satisfies Seen;

/** Who was asked which of the days suit them. */
export const DISPONIBILE_SECRET = {
  secret: 'disponibile',
  opens: ['disponibile.'],
  sql: `SELECT ${AMBITO}, p.id, d.tavolo_id AS "tavoloId", d.stato
    FROM disponibilita_persona p JOIN disponibilita d ON d.ambito_id = p.ambito_id AND d.id = p.disponibilita_id JOIN ambito a ON a.id = p.ambito_id
    WHERE p.segreto_hash = $1`,
  parts: {
    data_proposta: `SELECT g.id FROM disponibilita_persona p JOIN disponibilita_data g ON g.ambito_id = p.ambito_id AND g.disponibilita_id = p.disponibilita_id
      WHERE p.ambito_id = $1 AND p.id = $2 AND g.id = ANY($3::uuid[])`,
  },
} as const satisfies Secret;
