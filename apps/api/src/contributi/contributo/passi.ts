import type { PassoView } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';

/** What a step may name besides its own contributo: by its id, never by its words. */
export type OggettoPasso = 'contributo' | 'tavolo';

export interface Passo {
  readonly tipo: PassoView['tipo'];
  readonly motivazione?: string | null;
  readonly oggetto?: { readonly tipo: OggettoPasso; readonly id: string };
}

/** Writes a step into the story of a contributo. */
export async function scriviPasso(
  db: EntityManager,
  ambitoId: string,
  contributoId: string,
  { tipo, motivazione = null, oggetto }: Passo,
): Promise<void> {
  await db.query(
    'INSERT INTO contributo_passo (ambito_id, contributo_id, tipo, motivazione, oggetto_tipo, oggetto_id) VALUES ($1, $2, $3, $4, $5, $6)',
    [ambitoId, contributoId, tipo, motivazione, oggetto?.tipo ?? null, oggetto?.id ?? null],
  );
}
