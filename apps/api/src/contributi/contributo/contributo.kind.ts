import { CONTRIBUTI_ARRIVATI } from '@tavoli/shared';
import { AMBITO, type Kind, type Secret } from '../../platform/procedura/kind.js';
import { fra } from '../../platform/database/fra.js';

export const CONTRIBUTO_KIND = {
  kind: 'contributo',
  table: 'contributo',
  tavolo: 'x.tavolo_id',
  state: 'x.stato',
  page: 'contributi',
  parts: [{ part: 'file_contributo', table: 'contributo_file', whole: 'contributo_id' }],
} as const satisfies Kind;

const delloScopo = (scopo: 'autore' | 'conferma'): string => `SELECT ${AMBITO}, c.id, c.tavolo_id AS "tavoloId", c.stato, c.version
  FROM contributo_segreto s JOIN contributo c ON c.ambito_id = s.ambito_id AND c.id = s.contributo_id JOIN ambito a ON a.id = c.ambito_id
  WHERE s.segreto_hash = $1 AND s.scopo = '${scopo}'`;

/** Who wrote it, by the link they were mailed. */
export const AUTORE_SECRET = { secret: 'autore', opens: ['autore.'], sql: delloScopo('autore') } as const satisfies Secret;

/** Who is asked whether they wrote it. */
export const CONFERMA_SECRET = {
  secret: 'conferma',
  opens: ['contributo.conferma'],
  sql: delloScopo('conferma'),
} as const satisfies Secret;

/** Of an author who has confirmed, or whom the office wrote. */
export const NOTO_PER_CONTRIBUTO = `EXISTS (SELECT 1 FROM contributo t WHERE t.autore_email = a AND (t.stato IN ${fra(CONTRIBUTI_ARRIVATI)} OR t.canale <> 'web'))`;
