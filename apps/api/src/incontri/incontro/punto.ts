import type { EntityManager } from 'typeorm';

/** The time of the punto that is left grows by the stretch that ends; the incontro goes on with another, or with none. */
export async function passaAlPunto(
  db: EntityManager,
  ambitoId: string,
  incontroId: string,
  puntoId: string | null,
  at: Date,
): Promise<void> {
  await db.query(
    `UPDATE incontro_punto p SET secondi = coalesce(p.secondi, 0) + greatest(0, round(extract(epoch FROM $3::timestamptz - n.punto_dal)))::integer
     FROM incontro n WHERE n.ambito_id = $1 AND n.id = $2 AND p.ambito_id = n.ambito_id AND p.id = n.punto_corrente`,
    [ambitoId, incontroId, at],
  );
  await db.query('UPDATE incontro SET punto_corrente = $3, punto_dal = $4 WHERE ambito_id = $1 AND id = $2', [
    ambitoId,
    incontroId,
    puntoId,
    puntoId === null ? null : at,
  ]);
}
