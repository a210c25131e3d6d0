import { DESIGNAZIONI_IN_ESSERE, INCONTRI_IN_PROGRAMMA, RISPOSTE_ASSENTI } from '@tavoli/shared';
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

/** One row a tavolo, one query for all: who asks for a seat, what comes, how the last one went. */
export const tavoliSql = (): string => `
  SELECT ${TAVOLO_BREVE} AS tavolo,
    ${chiConduce('t.ambito_id', 't.id')} AS referente,
    d.designazioni, p.prossimo, u.ultimo
  FROM tavolo t ${DESIGNAZIONI} ${PROSSIMO} ${ULTIMO}
  WHERE t.ambito_id = $1 AND (t.id = $2 OR ($2::uuid IS NULL AND ${radice('t')})) ORDER BY t.codice, t.id`;
