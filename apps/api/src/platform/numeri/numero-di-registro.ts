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
  const [numero] = await nextNumeriDiRegistro(db, ambitoId, 1);
  if (numero === undefined) throw new Error('The counter of the register gave no number.');
  return numero;
}

/** The next `quanti`, one after the other, in one statement. */
export async function nextNumeriDiRegistro(db: EntityManager, ambitoId: string, quanti: number): Promise<NumeroDiRegistro[]> {
  if (quanti === 0) return [];
  const [row] = await db.query<{ anno: number; ultimo: number }[]>(
    `INSERT INTO protocollo_contatore (ambito_id, anno, ultimo)
     VALUES ($1, extract(year FROM clock_timestamp() AT TIME ZONE 'Europe/Rome')::int, $2)
     ON CONFLICT (ambito_id, anno) DO UPDATE SET ultimo = protocollo_contatore.ultimo + $2
     RETURNING anno, ultimo`,
    [ambitoId, quanti],
  );
  if (!row) throw new Error('The counter of the register gave no number.');
  return Array.from({ length: quanti }, (_, i) => ({ anno: row.anno, numero: row.ultimo - quanti + 1 + i }));
}
