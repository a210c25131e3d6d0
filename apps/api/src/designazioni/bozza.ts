import { randomUUID } from 'node:crypto';
import type { NuovaDesignazioneInput, RappresentanteInput } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type { Tx } from '../platform/commands/commands.js';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import { insert } from '../platform/database/rows.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { avvisoPerTavolo } from './invio.js';
import { haPosto } from './mandati/mandati.js';

/**
 * A draft of an ente for a tavolo of an avviso. @returns its id
 * @throws ProblemError `designazione.esiste`, `avviso.annullato`, `avviso.tavolo_non_compreso` on `/tavoloId`, 404
 */
export async function apriBozza(tx: Tx, enteId: string, { avvisoId, tavoloId, rappresentanti }: NuovaDesignazioneInput): Promise<string> {
  const { db, ambitoId } = tx;
  await avvisoPerTavolo(db, ambitoId, avvisoId, tavoloId);
  const id = randomUUID();
  const row = { ambitoId, id, avvisoId, tavoloId, enteId, stato: 'bozza' };
  await insert(db, 'designazione', row).catch(uniqueViolation('designazione_in_corso', 'designazione.esiste'));
  if (await haPosto(db, ambitoId, tavoloId, enteId)) throw new ProblemError('designazione.esiste');
  await salvaRappresentanti(db, ambitoId, id, rappresentanti);
  tx.registra('designazione.crea', 'designazione', id);
  return id;
}

/** Puts these people, in this order, in the place of those a draft named before. */
export async function salvaRappresentanti(
  db: EntityManager,
  ambitoId: string,
  designazioneId: string,
  persone: readonly RappresentanteInput[],
): Promise<void> {
  await db.query('DELETE FROM rappresentante WHERE ambito_id = $1 AND designazione_id = $2', [ambitoId, designazioneId]);
  for (const [ordine, persona] of persone.entries()) await aggiungi(db, ambitoId, designazioneId, persona, ordine);
}

/** One more, who has not been asked yet. */
export const aggiungi = (
  db: EntityManager,
  ambitoId: string,
  designazioneId: string,
  persona: RappresentanteInput,
  ordine: number,
): Promise<unknown> => insert(db, 'rappresentante', { ...persona, ambitoId, id: randomUUID(), designazioneId, ordine });
