import { ELENCHI_AMBITO, type ElencoAmbito, type RiferimentiElaborato } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';

type Voci = RiferimentiElaborato['voci'];

const elenco = (quale: ElencoAmbito): string => `'${quale}', (
  SELECT coalesce(jsonb_agg(jsonb_build_object('codice', v->>'codice', 'titolo', v->>'titolo', 'ritirata', coalesce((v->>'ritirata')::boolean, false)) ORDER BY n), '[]')
  FROM jsonb_array_elements(av.impostazioni->'elenchi'->'${quale}') WITH ORDINALITY AS x (v, n))`;

/** The lists of the ambito whose id `ambito` is, with the names of what was withdrawn. */
export const VOCI = (ambito: string): string =>
  `(SELECT jsonb_build_object(${ELENCHI_AMBITO.map(elenco).join(', ')}) FROM ambito av WHERE av.id = ${ambito}) AS voci`;

export async function leggiVoci(db: EntityManager, ambitoId: string): Promise<Voci> {
  const [row] = await db.query<{ voci: Voci | null }[]>(`SELECT ${VOCI('$1')}`, [ambitoId]);
  return row?.voci ?? { fondi: [], leps: [], obiettivi: [] };
}
