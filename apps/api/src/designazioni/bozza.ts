import { randomUUID } from 'node:crypto';
import type { RappresentanteInput } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { Rappresentante } from './designazione.entity.js';

/** Puts these people, in this order, in the place of those a draft named before. */
export async function salvaRappresentanti(
  db: EntityManager,
  ambitoId: string,
  designazioneId: string,
  persone: readonly RappresentanteInput[],
): Promise<void> {
  await db.delete(Rappresentante, { ambitoId, designazioneId });
  if (persone.length === 0) return;
  await db.insert(
    Rappresentante,
    persone.map((persona, ordine) => ({ ...persona, ambitoId, id: randomUUID(), designazioneId, ordine, consenso: 'in_attesa' as const })),
  );
}
