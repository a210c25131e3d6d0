import { CONTRIBUTI_ARRIVATI } from '@tavoli/shared';
import { vedonoTutti } from '../../platform/access/nomi.js';
import { readsWhere, visibleWhere } from '../../platform/access/visible.js';
import { AMBITO, type Lettore, type Secret, type Seen } from '../../platform/procedura/kind.js';
import { fra } from '../../platform/database/fra.js';

function nome({ actor, ambitoId, args }: Lettore): string {
  const intero = readsWhere(CONTRIBUTO_KIND, 'contributo.gestisci', actor, ambitoId, args);
  return `SELECT c.ambito_id, c.id, coalesce(c.pubblico->>'titolo', CASE WHEN ${intero} THEN c.testi->>'titolo' END, c.codice) AS titolo, 'Contributo ' || c.codice AS riferimento,
      CASE WHEN ${vedonoTutti(CONTRIBUTO_KIND)} THEN 'contributi/' || c.id END AS pubblico, CASE WHEN ${intero} THEN 'area/contributi-ricevuti/' || c.id END AS area, c.inviato_at AS at
      FROM contributo c WHERE ${visibleWhere(CONTRIBUTO_KIND, actor, ambitoId, args)}`;
}

export const CONTRIBUTO_KIND = {
  kind: 'contributo',
  table: 'contributo',
  alias: 'c',
  tavolo: 'x.tavolo_id',
  state: 'x.stato',
  page: 'contributi',
  parts: [{ part: 'file_contributo', table: 'contributo_file', whole: 'contributo_id' }],
  names: { contributo: nome },
} as const satisfies Seen;

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
