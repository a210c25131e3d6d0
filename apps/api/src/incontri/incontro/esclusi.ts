import { ENTI_IN_REGOLA, type EsclusoView } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { fra } from '../../platform/database/fra.js';
import { ammessa, finitoColPiano, occupato, tiene } from '../../posti/siede.sql.js';
import { TAVOLO_BREVE } from '../../tavoli/tavolo.sql.js';

/** Enti that have a seat at the tavoli of the incontro and nobody who sits in it, so that nobody is called; of a focus group, chosen by name, none. */
const ESCLUSI = `
  SELECT d.id, d.tavolo_id, e.denominazione AS ente, ${TAVOLO_BREVE} AS tavolo,
    CASE WHEN ${finitoColPiano('t')} THEN 'piano_finito' WHEN e.stato IN ${fra(ENTI_IN_REGOLA)} THEN
      CASE WHEN d.stato = 'sospesa' THEN 'posto_sospeso'
        WHEN NOT ${ammessa('d')} THEN 'attende_elenco'
        WHEN EXISTS (SELECT 1 FROM rappresentante r WHERE r.ambito_id = d.ambito_id AND r.designazione_id = d.id AND r.consenso = 'in_attesa') THEN 'consenso_in_attesa'
        ELSE 'senza_persone' END
      ELSE 'ente_sospeso' END AS motivo
  FROM incontro_tavolo nt JOIN tavolo t ON t.ambito_id = nt.ambito_id AND t.id = nt.tavolo_id
  JOIN designazione d ON d.ambito_id = nt.ambito_id AND d.tavolo_id = nt.tavolo_id AND ${tiene('d')}
  JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id
  WHERE nt.ambito_id = $1 AND nt.incontro_id = $2 AND NOT ${occupato('d')}
    AND NOT EXISTS (SELECT 1 FROM incontro_membro f WHERE f.ambito_id = $1 AND f.incontro_id = $2)`;

export const leggiEsclusi = (db: EntityManager, ambitoId: string, incontroId: string): Promise<EsclusoView[]> =>
  db.query<EsclusoView[]>(`SELECT x.ente, x.tavolo, x.motivo FROM (${ESCLUSI}) x ORDER BY x.motivo, x.ente, x.tavolo->>'codice'`, [
    ambitoId,
    incontroId,
  ]);

/** The designazioni of those for whom a consent is missing, at these tavoli; null: at all of them. */
export async function leggiSenzaConsenso(
  db: EntityManager,
  ambitoId: string,
  incontroId: string,
  tavoli: readonly string[] | null,
): Promise<string[]> {
  const righe = await db.query<{ id: string }[]>(
    `SELECT x.id FROM (${ESCLUSI}) x WHERE x.motivo = 'consenso_in_attesa' AND ($3::uuid[] IS NULL OR x.tavolo_id = ANY($3)) ORDER BY x.id`,
    [ambitoId, incontroId, tavoli],
  );
  return righe.map(r => r.id);
}
