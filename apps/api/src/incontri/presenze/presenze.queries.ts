import { quorum, type PresenzeView } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { iso } from '../../platform/http/json-view.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { regolaQuorum } from '../regole/regole.js';

/** The seats in the order of the room's list, with what their titolare had answered. */
const POSTI = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'tavolo', t.nome, 'ente', e.denominazione, 'veste', p.veste, 'titolare', p.titolare, 'supplente', p.supplente,
    'risposta', coalesce((SELECT i.risposta FROM invitato i WHERE i.ambito_id = p.ambito_id AND i.incontro_id = p.incontro_id AND i.ruolo = 'titolare' AND i.tavolo_id = p.tavolo_id
      AND i.ente_id = p.ente_id ORDER BY i.nome LIMIT 1), 'in_attesa'),
    'convocato', p.convocato, 'stato', p.stato, 'rilevataDa', p.rilevata_da, 'rilevataAt', ${iso('p.rilevata_at')}) ORDER BY e.denominazione, t.codice), '[]')
  FROM presenza p JOIN ente e ON e.ambito_id = p.ambito_id AND e.id = p.ente_id JOIN tavolo t ON t.ambito_id = p.ambito_id AND t.id = p.tavolo_id
  WHERE p.ambito_id = n.ambito_id AND p.incontro_id = n.id) AS posti`;

const OSPITI = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'nome', o.nome, 'per', o.per) ORDER BY o.nome), '[]')
  FROM incontro_ospite o WHERE o.ambito_id = n.ambito_id AND o.incontro_id = n.id AND o.presente) AS ospiti`;

/** The list of presences, and the quorum by the one rule: two queries, however many the seats. */
export async function leggiPresenze(db: EntityManager, ambitoId: string, incontroId: string): Promise<PresenzeView> {
  const [row] = await db.query<Omit<PresenzeView, 'quorum'>[]>(
    `SELECT n.id AS "incontroId", n.stato, n.punto_corrente AS "puntoCorrente", n.version, ${POSTI}, ${OSPITI} FROM incontro n WHERE n.ambito_id = $1 AND n.id = $2`,
    [ambitoId, incontroId],
  );
  if (!row) throw new ProblemError('risorsa.non_trovata');
  return { ...row, quorum: quorum(await regolaQuorum(db, ambitoId, incontroId), row.posti) };
}
