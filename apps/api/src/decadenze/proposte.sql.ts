import type { PropostaDecadenzaView } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { iso } from '../platform/http/json-view.js';
import { delPosto } from '../posti/del-posto.sql.js';

const IN_ATTESA = `SELECT p.id, p.proposta_da AS da, ${iso('p.proposta_at')} AS at, p.ragioni,
    ARRAY(SELECT i.incontro_id FROM decadenza_proposta_incontro i WHERE i.ambito_id = p.ambito_id AND i.proposta_id = p.id) AS incontri
  FROM designazione d JOIN decadenza_proposta p ON p.stato = 'in_attesa' AND ${delPosto('p', 'd')} WHERE d.ambito_id = $1 AND d.id = $2`;

/** What was proposed of the seat of a designazione, and waits. */
export async function inAttesa(db: EntityManager, ambitoId: string, designazioneId: string): Promise<PropostaDecadenzaView | null> {
  const [row] = await db.query<(PropostaDecadenzaView & { id: string })[]>(IN_ATTESA, [ambitoId, designazioneId]);
  if (row === undefined) return null;
  const { id: _, ...proposta } = row;
  return proposta;
}
