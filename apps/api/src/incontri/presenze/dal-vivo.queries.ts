import type { IncontroDalVivoView } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { iso } from '../../platform/http/json-view.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { RIGA } from '../incontro/incontri.sql.js';
import { calcolaQuorum } from '../incontro/posti.js';

/** Titles and times only: who speaks of a punto is on its page, not on a screen. */
const PUNTI = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'titolo', p.titolo, 'minuti', p.minuti, 'iniziatoAt', ${iso('p.iniziato_at')}, 'soloDiscussione', p.solo_discussione) ORDER BY p.ordine), '[]')
  FROM incontro_punto p WHERE p.ambito_id = n.ambito_id AND p.incontro_id = n.id) AS punti`;

const DAL_VIVO = `SELECT r.id, r.titolo, r.stato, r."inizioAt", r."fineAt", r.tavoli, ${iso('n.aperto_at')} AS "apertoAt", ${iso('n.chiuso_at')} AS "chiusoAt", ${PUNTI},
    n.punto_corrente AS "puntoCorrente", ${iso('n.punto_dal')} AS "puntoDal", n.quorum
  FROM incontro n CROSS JOIN LATERAL (SELECT ${RIGA}) r WHERE n.ambito_id = $1 AND n.id = $2`;

/** The incontro as it goes on: three queries while it does, one before and after. */
export async function leggiDalVivo(db: EntityManager, ambitoId: string, id: string): Promise<IncontroDalVivoView> {
  const [row] = await db.query<IncontroDalVivoView[]>(DAL_VIVO, [ambitoId, id]);
  if (!row) throw new ProblemError('risorsa.non_trovata');
  return row.stato === 'in_corso' ? { ...row, quorum: await calcolaQuorum(db, ambitoId, id) } : row;
}
