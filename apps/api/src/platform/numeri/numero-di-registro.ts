import type { EntityManager } from 'typeorm';

export interface NumeroDiRegistro {
  readonly anno: number;
  readonly numero: number;
}

/**
 * The next number of the portal's own register of documents, in an ambito: per year (Europe/Rome), from 1, without gaps, because a rolled-back transaction
 * gives its number back. Holds the counter until commit.
 */
export async function nextNumeroDiRegistro(db: EntityManager, ambitoId: string): Promise<NumeroDiRegistro> {
  const [row] = await db.query<NumeroDiRegistro[]>(
    `INSERT INTO protocollo_contatore (ambito_id, anno, ultimo)
     VALUES ($1, extract(year FROM clock_timestamp() AT TIME ZONE 'Europe/Rome')::int, 1)
     ON CONFLICT (ambito_id, anno) DO UPDATE SET ultimo = protocollo_contatore.ultimo + 1
     RETURNING anno, ultimo AS numero`,
    [ambitoId],
  );
  if (!row) throw new Error('The counter of the register gave no number.');
  return row;
}
