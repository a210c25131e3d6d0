import { tavoliDove, type Actor } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { aperto, radice } from '../../tavoli/tavolo.sql.js';

/** The tavoli whose people's addresses the reader may have: those they lead; null: all, for the offices of the ambito. */
export const tavoliDi = (actor: Actor, ambitoId: string): string[] | null => tavoliDove(actor, 'incontro.esporta', ambitoId);

/** The tavoli that an incontro being planned would call: that of the URL with the others that were chosen; at none: all of the ambito, to a plenaria. */
export async function tavoliChiamati(
  db: EntityManager,
  ambitoId: string,
  tavoloId: string | null | undefined,
  altri: readonly string[] = [],
): Promise<string[]> {
  if (tavoloId) return [tavoloId, ...altri];
  return (
    await db.query<{ id: string }[]>(`SELECT t.id FROM tavolo t WHERE t.ambito_id = $1 AND ${aperto('t')} AND ${radice('t')}`, [ambitoId])
  ).map(t => t.id);
}
