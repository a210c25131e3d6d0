import {
  CONTRIBUTI_DA_RISPONDERE,
  DESIGNAZIONI_IN_ESSERE,
  ELABORATI_IN_ATTESA,
  EMAIL_NON_CONSEGNATE,
  INCONTRI_IN_PROGRAMMA,
  RISPOSTE_ASSENTI,
  VERBALI_DA_PUBBLICARE,
  VERBALI_IN_MANO_ALLO_STAFF,
} from '@tavoli/shared';
import { chiConduce } from '../incarichi/chi.sql.js';
import { fra } from '../platform/database/fra.js';
import { iso } from '../platform/http/json-view.js';
import { radice, TAVOLO_BREVE } from '../tavoli/tavolo.sql.js';

/** Who asks for a seat, and who has yet to answer. */
const DESIGNAZIONI = `
  CROSS JOIN LATERAL (
    SELECT jsonb_build_object('daEsaminare', count(*) FILTER (WHERE x.stato = 'inviata'), 'accettate', count(*) FILTER (WHERE x.stato = 'accettata'),
      'consensiInAttesa', coalesce(sum((SELECT count(*) FROM rappresentante r WHERE r.ambito_id = x.ambito_id AND r.designazione_id = x.id AND r.consenso = 'in_attesa')), 0)) AS designazioni
    FROM designazione x WHERE x.ambito_id = t.ambito_id AND x.tavolo_id = t.id AND x.stato IN ${fra(DESIGNAZIONI_IN_ESSERE)}) d`;

/** The next incontro, with the answers of the titolari. */
const PROSSIMO = `
  LEFT JOIN LATERAL (
    SELECT jsonb_build_object('id', n.id, 'titolo', n.titolo, 'inizioAt', ${iso('n.inizio_at')}, 'stato', n.stato, 'risposte',
      (SELECT jsonb_build_object('si', count(*) FILTER (WHERE i.risposta = 'si'), 'no', count(*) FILTER (WHERE i.risposta IN ${fra(RISPOSTE_ASSENTI)}), 'inAttesa', count(*) FILTER (WHERE i.risposta = 'in_attesa'))
         FROM invitato i WHERE i.ambito_id = n.ambito_id AND i.incontro_id = n.id AND i.revocato_at IS NULL AND i.ruolo = 'titolare')) AS prossimo
    FROM incontro n JOIN incontro_tavolo nt ON nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id
    WHERE n.ambito_id = t.ambito_id AND nt.tavolo_id = t.id AND n.stato IN ${fra(INCONTRI_IN_PROGRAMMA)} AND n.fine_at > now() ORDER BY n.inizio_at LIMIT 1) p ON true`;

/** How the last one went. */
const ULTIMO = `
  LEFT JOIN LATERAL (
    SELECT jsonb_build_object('id', n.id, 'inizioAt', ${iso('n.inizio_at')}, 'presenti', coalesce((n.quorum->>'presenti')::int, 0), 'posti', coalesce((n.quorum->>'posti')::int, 0)) AS ultimo
    FROM incontro n JOIN incontro_tavolo nt ON nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id
    WHERE n.ambito_id = t.ambito_id AND nt.tavolo_id = t.id AND n.stato = 'svolto' ORDER BY n.inizio_at DESC LIMIT 1) u ON true`;

/** Drafts whose day comes near, and what is to be closed. */
const DA_CHIUDERE = `
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'titolo', n.titolo)) FILTER (WHERE n.stato = 'bozza' AND n.inizio_at < now() + interval '10 days'), '[]') AS bozze,
      coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'titolo', n.titolo)) FILTER (WHERE n.stato IN ${fra(INCONTRI_IN_PROGRAMMA)} AND n.fine_at < now()), '[]') AS "daChiudere"
    FROM incontro n WHERE n.ambito_id = t.ambito_id AND n.tavolo_id = t.id) b`;

/** Those of several tavoli that wait for this one's yes. */
const CONGIUNTI = `
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'titolo', n.titolo) ORDER BY n.inizio_at, n.id), '[]') AS congiunti
    FROM incontro_tavolo nt JOIN incontro n ON n.ambito_id = nt.ambito_id AND n.id = nt.incontro_id AND n.stato = 'bozza' AND n.inizio_at > now()
    WHERE nt.ambito_id = t.ambito_id AND nt.tavolo_id = t.id AND nt.consenso = 'chiesto') g`;

/** Mails of the last month that reached nobody. */
const NON_CONSEGNATE = `
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS "nonConsegnate" FROM email e
    WHERE e.ambito_id = t.ambito_id AND e.tavolo_id = t.id AND e.stato IN ${fra(EMAIL_NON_CONSEGNATE)} AND e.creata_at > now() - interval '30 days') m`;

/** What is to be read, answered, looked at again. */
const CONTRIBUTI = `
  CROSS JOIN LATERAL (
    SELECT jsonb_build_object('daModerare', count(*) FILTER (WHERE c.stato = 'in_moderazione'), 'daRispondere', count(*) FILTER (WHERE c.stato IN ${fra(CONTRIBUTI_DA_RISPONDERE)}),
      'inRitardo', count(*) FILTER (WHERE coalesce(c.moderare_entro_at, c.rispondere_entro_at) < now()), 'riesami', count(*) FILTER (WHERE c.riesame_chiesto_at IS NOT NULL AND c.riesame_decisione IS NULL)) AS contributi
    FROM contributo c WHERE c.ambito_id = t.ambito_id AND c.tavolo_id = t.id) q`;

/** What is to be written, approved, published. */
const VERBALI = `
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', coalesce(x.verbale, x.id), 'titolo', x.titolo, 'stato', x.stato, 'correzioni', x.correzioni) ORDER BY x.inizio_at, x.id), '[]') AS verbali
    FROM (SELECT n.id, n.titolo, n.inizio_at, v.id AS verbale, coalesce(v.stato, 'manca') AS stato, v.revisione_fino_at < now() AS finita,
        (SELECT count(*) FROM verbale_correzione c WHERE c.ambito_id = v.ambito_id AND c.verbale_id = v.id AND c.stato = 'proposta') AS correzioni
      FROM incontro n LEFT JOIN verbale v ON v.ambito_id = n.ambito_id AND v.incontro_id = n.id
      WHERE n.ambito_id = t.ambito_id AND n.tavolo_id = t.id AND n.stato = 'svolto' AND (v.stato IS NULL OR v.stato IN ${fra(VERBALI_DA_PUBBLICARE)})) x
    WHERE x.stato = 'manca' OR x.stato IN ${fra(VERBALI_IN_MANO_ALLO_STAFF)} OR x.finita OR x.correzioni > 0) w`;

/** What waits in the hands of the staff. */
const ELABORATI = `
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'titolo', x.titolo, 'stato', x.stato, 'senzaRisposta',
      (SELECT count(*) FROM elaborato_commento c WHERE c.ambito_id = x.ambito_id AND c.elaborato_id = x.id AND c.stato = 'aperto')) ORDER BY x.aggiornato_at, x.id), '[]') AS elaborati
    FROM elaborato x WHERE x.ambito_id = t.ambito_id AND x.tavolo_id = t.id AND x.stato IN ${fra(ELABORATI_IN_ATTESA)}) l`;

/** One row a tavolo, one query for all: what waits, what comes, how the last one went. */
export const tavoliSql = (): string => `
  SELECT ${TAVOLO_BREVE} AS tavolo,
    ${chiConduce('t.ambito_id', 't.id')} AS referente,
    d.designazioni, p.prossimo, u.ultimo, b.bozze, g.congiunti, b."daChiudere", m."nonConsegnate", q.contributi, w.verbali, l.elaborati
  FROM tavolo t ${DESIGNAZIONI} ${PROSSIMO} ${ULTIMO} ${DA_CHIUDERE} ${CONGIUNTI} ${NON_CONSEGNATE} ${CONTRIBUTI} ${VERBALI} ${ELABORATI}
  WHERE t.ambito_id = $1 AND (t.id = $2 OR ($2::uuid IS NULL AND ${radice('t')})) ORDER BY t.codice, t.id`;
