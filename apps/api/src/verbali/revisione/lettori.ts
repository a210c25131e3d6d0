import { ATTIVO } from '../../incontri/incontro/invitati.js';
import { siede } from '../../posti/siede.sql.js';

/** Somebody who reads a verbale during its revision and may propose corrections; `invitatoId`: their invitation to the incontro, whose link leads there. */
export interface Lettore {
  readonly name: string;
  readonly address: string;
  readonly invitatoId: string | null;
}

/** SQL over `v`, a verbale: who sits at the tavoli of its incontro, one for each mailbox, as a list of `Lettore`. */
export const LETTORI = `(SELECT coalesce(jsonb_agg(jsonb_build_object('name', q.nome, 'address', q.email, 'invitatoId', q.invitato) ORDER BY q.email), '[]') FROM (
  SELECT DISTINCT ON (r.email) r.nome || ' ' || r.cognome AS nome, r.email, i.id AS invitato
  FROM incontro_tavolo nt JOIN mandato m ON m.ambito_id = nt.ambito_id AND m.tavolo_id = nt.tavolo_id AND ${siede('m')}
  JOIN rappresentante r ON r.ambito_id = m.ambito_id AND r.id = m.rappresentante_id
  LEFT JOIN invitato i ON i.ambito_id = v.ambito_id AND i.incontro_id = v.incontro_id AND i.email = r.email AND i.rappresentante_id IS NOT NULL AND ${ATTIVO}
  WHERE nt.ambito_id = v.ambito_id AND nt.incontro_id = v.incontro_id AND r.consenso = 'dato' ORDER BY r.email, i.id) q)`;
