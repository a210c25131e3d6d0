import type { MotivoFineMandato, Veste } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type { Tx } from '../../platform/commands/commands.js';
import { ammessa, tiene } from '../../posti/siede.sql.js';

/** Whether the ente has a seat at the tavolo, suspended or not. Asked after a draft is in: from then on no other can be accepted unseen. */
export async function haPosto(db: EntityManager, ambitoId: string, tavoloId: string, enteId: string): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `SELECT 1 FROM designazione d WHERE d.ambito_id = $1 AND d.tavolo_id = $2 AND d.ente_id = $3 AND ${tiene('d')}`,
    [ambitoId, tavoloId, enteId],
  );
  return rows.length > 0;
}

/**
 * Opens the seat of every person of an accepted designazione who has consented and has none yet; of a suspended one, for when it returns. Of one that
 * waits for an elenco, nothing: the elenco opens them.
 */
export async function apriMandati(db: EntityManager, ambitoId: string, designazioneId: string): Promise<void> {
  await db.query(
    `INSERT INTO mandato (ambito_id, id, tavolo_id, ente_id, rappresentante_id, ruolo, veste)
     SELECT r.ambito_id, gen_random_uuid(), d.tavolo_id, d.ente_id, r.id, r.ruolo, d.veste
     FROM designazione d JOIN rappresentante r ON r.ambito_id = d.ambito_id AND r.designazione_id = d.id AND r.consenso = 'dato'
     WHERE d.ambito_id = $1 AND d.id = $2 AND ${tiene('d')} AND ${ammessa('d')}
     ON CONFLICT (ambito_id, rappresentante_id, tavolo_id) WHERE al IS NULL DO NOTHING`,
    [ambitoId, designazioneId],
  );
}

/**
 * Whether a designazione that is accepted now gives its seat only by the elenco degli ammessi: where the ambito says so. What replaces another waits if
 * that one waits; a seat that was offered without an avviso has no elenco.
 */
export async function attendeElenco(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.db.query<{ attende: boolean }[]>(
    `SELECT coalesce(s.attende_elenco, d.avviso_id IS NOT NULL AND a.impostazioni->>'inizioMandato' = 'elenco', false) AS attende
     FROM designazione d JOIN ambito a ON a.id = d.ambito_id
     LEFT JOIN designazione s ON s.ambito_id = d.ambito_id AND s.id = d.sostituisce_id AND s.stato = 'sostituita'
     WHERE d.ambito_id = $1 AND d.id = $2`,
    [tx.ambitoId, id],
  );
  return row?.attende ?? false;
}

/** Closes the open seats of a designazione, or of one of its people, at its tavolo and at the sottogruppi; the rows stay, as the history of who sat when. */
export async function chiudiMandati(
  db: EntityManager,
  ambitoId: string,
  designazioneId: string,
  motivo: MotivoFineMandato,
  rappresentanteId?: string,
): Promise<void> {
  await db.query(
    `UPDATE mandato m SET al = now(), motivo_fine = $3 FROM rappresentante r
     WHERE m.ambito_id = $1 AND m.al IS NULL AND r.ambito_id = m.ambito_id AND r.id = m.rappresentante_id AND r.designazione_id = $2
       AND ($4::uuid IS NULL OR r.id = $4::uuid)`,
    [ambitoId, designazioneId, motivo, rappresentanteId ?? null],
  );
}

/** The same at the tavolo alone: who goes with it into another stays in its sottogruppi, which go too. */
export async function chiudiAlTavolo(
  db: EntityManager,
  ambitoId: string,
  designazioneId: string,
  motivo: MotivoFineMandato,
): Promise<void> {
  await db.query(
    `UPDATE mandato m SET al = now(), motivo_fine = $3 FROM rappresentante r JOIN designazione d ON d.ambito_id = r.ambito_id AND d.id = r.designazione_id
     WHERE m.ambito_id = $1 AND m.al IS NULL AND m.tavolo_id = d.tavolo_id AND r.ambito_id = m.ambito_id AND r.id = m.rappresentante_id AND d.id = $2`,
    [ambitoId, designazioneId, motivo],
  );
}

/** Who sits by a designazione goes on in another capacity: seats that ended keep the one they had. */
export async function cambiaVeste(db: EntityManager, ambitoId: string, designazioneId: string, veste: Veste): Promise<void> {
  await db.query(
    `UPDATE mandato m SET veste = $3 FROM rappresentante r
     WHERE m.ambito_id = $1 AND m.al IS NULL AND r.ambito_id = m.ambito_id AND r.id = m.rappresentante_id AND r.designazione_id = $2`,
    [ambitoId, designazioneId, veste],
  );
}
