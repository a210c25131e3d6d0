import { corre, valeA } from '../../incarichi/chi.sql.js';
import { siede } from '../../posti/siede.sql.js';

/** An account `a` and every relation held now: the columns of an `Actor`. */
export const ATTORE = `a.id, a.nome || ' ' || a.cognome AS nome, a.amministratore,
    (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('ruolo', i.ruolo, 'ambitoId', i.ambito_id, 'tavoloId', q.id, 'incontroId', i.incontro_id)), '[]')
       FROM incarico i CROSS JOIN LATERAL ${valeA('i')} q WHERE i.account_id = a.id AND ${corre('i')}) AS incarichi,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('ambitoId', o.ambito_id, 'enteId', o.ente_id)), '[]')
       FROM operatore o WHERE o.account_id = a.id AND o.al IS NULL) AS enti,
    (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('ambitoId', m.ambito_id, 'tavoloId', m.tavolo_id)), '[]')
       FROM rappresentante r JOIN mandato m ON m.ambito_id = r.ambito_id AND m.rappresentante_id = r.id AND ${siede('m')}
       WHERE r.email = a.email AND a.email_confermata_at IS NOT NULL) AS tavoli`;

/** By the hash of its secret, $1: the session and who it is of. A revoked role is gone at the next request. */
export const SESSIONE = `
  SELECT s.id AS "sessioneId", extract(epoch FROM now() - s.vista_at)::float8 / 3600 AS "oreFerma", ${ATTORE}
  FROM sessione s JOIN account a ON a.id = s.account_id
  WHERE s.token_hash = $1 AND s.scade_at > now()`;
