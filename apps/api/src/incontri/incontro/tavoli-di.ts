import { can, type Actor } from '@tavoli/shared';

/** The tavoli whose people's addresses the reader may have: those they lead; null: all, for the offices of the ambito. */
export function tavoliDi(actor: Actor, ambitoId: string): string[] | null {
  if (can(actor, 'incontro.esporta', { ambitoId })) return null;
  return actor.incarichi.flatMap(i => (i.ambitoId === ambitoId && i.ruolo === 'referente' && i.tavoloId !== null ? [i.tavoloId] : []));
}
