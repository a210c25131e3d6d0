import { tavoliDove, type Actor } from '@tavoli/shared';

/** The tavoli whose people's addresses the reader may have: those they lead; null: all, for the offices of the ambito. */
export const tavoliDi = (actor: Actor, ambitoId: string): string[] | null => tavoliDove(actor, 'incontro.esporta', ambitoId);
