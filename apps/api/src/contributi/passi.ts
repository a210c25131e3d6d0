import type { PassoView } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';

export interface Passo {
  readonly tipo: PassoView['tipo'];
  readonly motivazione?: string | null;
  readonly titolo?: string | null;
  readonly percorso?: string | null;
}

/** Writes a step into the story of a contributo. */
export async function scriviPasso(db: EntityManager, ambitoId: string, contributoId: string, { tipo, motivazione = null, titolo = null, percorso = null }: Passo): Promise<void> {
  await db.query('INSERT INTO contributo_passo (ambito_id, contributo_id, tipo, motivazione, titolo, percorso) VALUES ($1, $2, $3, $4, $5, $6)', [ambitoId, contributoId, tipo, motivazione, titolo, percorso]);
}
