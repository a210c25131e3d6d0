import { randomUUID } from 'node:crypto';
import type { RappresentanteInput } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { insert } from '../platform/database/rows.js';

/** Puts these people, in this order, in the place of those a draft named before. */
export async function salvaRappresentanti(
  db: EntityManager,
  ambitoId: string,
  designazioneId: string,
  persone: readonly RappresentanteInput[],
): Promise<void> {
  await db.query('DELETE FROM rappresentante WHERE ambito_id = $1 AND designazione_id = $2', [ambitoId, designazioneId]);
  for (const [ordine, persona] of persone.entries())
    await insert(db, 'rappresentante', { ...persona, ambitoId, id: randomUUID(), designazioneId, ordine });
}
