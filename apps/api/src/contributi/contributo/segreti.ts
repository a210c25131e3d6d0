import type { EntityManager } from 'typeorm';
import { hashSecret, newSecret } from '../../platform/tokens/secret.js';

/** A fresh secret for the author; those mailed before stay good. @returns what goes into the mail: the database keeps only its hash */
export async function nuovoSegreto(
  db: EntityManager,
  ambitoId: string,
  contributoId: string,
  scopo: 'conferma' | 'autore',
): Promise<string> {
  const segreto = newSecret();
  await db.query('INSERT INTO contributo_segreto (segreto_hash, ambito_id, contributo_id, scopo) VALUES ($1, $2, $3, $4)', [
    hashSecret(segreto),
    ambitoId,
    contributoId,
    scopo,
  ]);
  return segreto;
}
