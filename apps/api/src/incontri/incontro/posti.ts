import { quorum, type Posto, type Quorum } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { siede } from '../../posti/siede.sql.js';
import { regolaQuorum } from '../regole/regole.js';

/**
 * The seats of an incontro that opens: one for each ente with somebody who sits there now; of a focus group, only those of its members.
 * Each with whether anybody of it was called. What was opened once stays.
 */
const APRI = `
  INSERT INTO presenza (ambito_id, id, incontro_id, tavolo_id, ente_id, veste, titolare, supplente, convocato)
  SELECT $1, gen_random_uuid(), $2, m.tavolo_id, m.ente_id, max(m.veste),
    string_agg(r.nome || ' ' || r.cognome, ', ' ORDER BY r.ordine) FILTER (WHERE m.ruolo = 'titolare'),
    string_agg(r.nome || ' ' || r.cognome, ', ' ORDER BY r.ordine) FILTER (WHERE m.ruolo = 'supplente'),
    EXISTS (SELECT 1 FROM invitato i WHERE i.ambito_id = $1 AND i.incontro_id = $2 AND i.tavolo_id = m.tavolo_id AND i.ente_id = m.ente_id AND i.revocato_at IS NULL)
  FROM incontro_tavolo nt
  JOIN mandato m ON m.ambito_id = nt.ambito_id AND m.tavolo_id = nt.tavolo_id AND ${siede('m')}
  JOIN rappresentante r ON r.ambito_id = m.ambito_id AND r.id = m.rappresentante_id
  WHERE nt.ambito_id = $1 AND nt.incontro_id = $2 AND (
    NOT EXISTS (SELECT 1 FROM incontro_membro f WHERE f.ambito_id = $1 AND f.incontro_id = $2)
    OR m.rappresentante_id IN (SELECT f.rappresentante_id FROM incontro_membro f WHERE f.ambito_id = $1 AND f.incontro_id = $2))
  GROUP BY m.tavolo_id, m.ente_id
  ON CONFLICT (ambito_id, incontro_id, tavolo_id, ente_id) DO NOTHING`;

export async function apriPosti(db: EntityManager, ambitoId: string, incontroId: string): Promise<void> {
  await db.query(APRI, [ambitoId, incontroId]);
}

/** Records the seats that were called and nobody recorded as absent, and fixes the quorum of the day. */
export async function chiudiPosti(db: EntityManager, ambitoId: string, incontroId: string): Promise<void> {
  await db.query(
    `UPDATE presenza SET stato = 'assente', rilevata_at = now() WHERE ambito_id = $1 AND incontro_id = $2 AND stato IS NULL AND convocato`,
    [ambitoId, incontroId],
  );
  await fissaQuorum(db, ambitoId, incontroId);
}

/** Writes the quorum of the day as the presences now give it. */
export async function fissaQuorum(db: EntityManager, ambitoId: string, incontroId: string): Promise<void> {
  await db.query('UPDATE incontro SET quorum = $3 WHERE ambito_id = $1 AND id = $2', [
    ambitoId,
    incontroId,
    JSON.stringify(await calcolaQuorum(db, ambitoId, incontroId)),
  ]);
}

/** By the one rule that the web uses too. */
export async function calcolaQuorum(db: EntityManager, ambitoId: string, incontroId: string): Promise<Quorum> {
  const posti = await db.query<Posto[]>('SELECT veste, stato, convocato FROM presenza WHERE ambito_id = $1 AND incontro_id = $2', [
    ambitoId,
    incontroId,
  ]);
  return quorum(await regolaQuorum(db, ambitoId, incontroId), posti);
}
