import { preavvisoPiuSevero, REGOLE_PREDEFINITE, type RegolaQuorum, type RegoleTavolo } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { regoleTavolo } from '../../posti/regole.sql.js';

/** The rules of a tavolo (`regoleTavolo`), over what is usual. */
export const regoleDi = (stored: Partial<RegoleTavolo> | null | undefined): RegoleTavolo => ({ ...REGOLE_PREDEFINITE, ...stored });

/** The notice that an incontro of these tavoli needs: the strictest of theirs. */
export const preavvisoDi = (stored: readonly (Partial<RegoleTavolo> | null)[]) => preavvisoPiuSevero(stored.map(regoleDi));

/**
 * The quorum of an incontro: its own tavolo's rule, of the first or second convocation. A plenaria, which belongs to no tavolo, and a
 * focus group, which decides nothing, have none.
 */
export async function regolaQuorum(db: EntityManager, ambitoId: string, incontroId: string): Promise<RegolaQuorum> {
  const [row] = await db.query<{ tipo: string; seconda: boolean; regole: Partial<RegoleTavolo> | null }[]>(
    `SELECT n.tipo, n.seconda_convocazione AS seconda, ${regoleTavolo('t')} AS regole FROM incontro n LEFT JOIN tavolo t ON t.ambito_id = n.ambito_id AND t.id = n.tavolo_id
     WHERE n.ambito_id = $1 AND n.id = $2`,
    [ambitoId, incontroId],
  );
  if (!row || row.tipo === 'plenaria' || row.tipo === 'focus') return { tipo: 'nessuno' };
  const regole = regoleDi(row.regole);
  return row.seconda ? regole.quorumSeconda : regole.quorum;
}
