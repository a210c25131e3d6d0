import { CONSENSI_SENZA_RIFIUTO, DESIGNAZIONI_CHE_ASPETTANO } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { fra } from '../../platform/database/fra.js';
import { tiene } from '../../posti/siede.sql.js';

/**
 * At sending, also again: says which people of a replacement, of those not asked yet, sit there already (same name, same address, same role; phone and role in the ente
 * may change), and that what they answered stands. Who refused or withdrew is asked anew, and so is who changes role: it is another seat.
 */
export async function riconosci(db: EntityManager, ambitoId: string, designazioneId: string): Promise<void> {
  await db.query(
    `UPDATE rappresentante n SET continua_id = v.id, consenso = v.consenso, consenso_at = v.consenso_at
     FROM designazione d JOIN designazione s ON s.ambito_id = d.ambito_id AND s.id = d.sostituisce_id AND ${tiene('s')}
     JOIN rappresentante v ON v.ambito_id = s.ambito_id AND v.designazione_id = s.id AND v.consenso IN ${fra(CONSENSI_SENZA_RIFIUTO)}
     WHERE d.ambito_id = $1 AND d.id = $2 AND n.ambito_id = d.ambito_id AND n.designazione_id = d.id AND n.continua_id IS NULL AND n.segreto_hash IS NULL
       AND lower(v.email) = lower(n.email) AND v.ruolo = n.ruolo AND lower(v.nome) = lower(n.nome) AND lower(v.cognome) = lower(n.cognome)`,
    [ambitoId, designazioneId],
  );
}

/** When what is being replaced is revoked instead: whoever the waiting replacement names goes over at once, without a seat, so that their link still answers. */
export async function trattieniInAttesa(db: EntityManager, ambitoId: string, vecchia: string): Promise<void> {
  const attese = await db.query<{ id: string }[]>(
    `SELECT id FROM designazione WHERE ambito_id = $1 AND sostituisce_id = $2 AND stato IN ${fra(DESIGNAZIONI_CHE_ASPETTANO)} FOR UPDATE`,
    [ambitoId, vecchia],
  );
  for (const { id } of attese) await trattieni(db, ambitoId, { vecchia, nuova: id });
}

/**
 * At acceptance: who stays goes over to the new designazione as the very same person, so that seat (with its first day), consent, mailed
 * link and invitations go on; the new designazione's own row takes their place in the old one, as the record of what it named.
 */
export async function trattieni(
  db: EntityManager,
  ambitoId: string,
  { vecchia, nuova }: { vecchia: string; nuova: string },
): Promise<void> {
  await db.query(
    `WITH coppia AS (
       SELECT n.id AS copia, v.id AS originale, n.ordine AS ordine_nuovo, v.ordine AS ordine_vecchio, n.telefono AS telefono_nuovo, v.telefono AS telefono_vecchio,
         n.qualifica AS qualifica_nuova, v.qualifica AS qualifica_vecchia, v.consenso, v.consenso_at
       FROM rappresentante n JOIN rappresentante v ON v.ambito_id = n.ambito_id AND v.id = n.continua_id
       WHERE n.ambito_id = $1 AND n.designazione_id = $2 AND v.designazione_id = $3 AND v.consenso IN ${fra(CONSENSI_SENZA_RIFIUTO)}
     )
     UPDATE rappresentante r SET
       designazione_id = CASE WHEN r.id = c.originale THEN $2::uuid ELSE $3::uuid END,
       ordine = CASE WHEN r.id = c.originale THEN c.ordine_nuovo ELSE c.ordine_vecchio END,
       telefono = CASE WHEN r.id = c.originale THEN c.telefono_nuovo ELSE c.telefono_vecchio END,
       qualifica = CASE WHEN r.id = c.originale THEN c.qualifica_nuova ELSE c.qualifica_vecchia END,
       consenso = c.consenso, consenso_at = c.consenso_at
     FROM coppia c WHERE r.ambito_id = $1 AND r.id IN (c.copia, c.originale)`,
    [ambitoId, nuova, vecchia],
  );
}
