import type { ResolvedPlace } from '../../platform/commands/context.js';
import type { BusEvent } from '../../platform/realtime/bus.js';

type Where = Pick<ResolvedPlace, 'ambitoId' | 'ambitoSlug' | 'tavoli'>;

/** Tells the open pages of the staff and of who sits at its tavoli that an incontro changed. */
export function liveIncontro(place: Where, id: string): BusEvent {
  const { ambitoId, tavoli = [] } = place;
  const rooms = [`ambito:${ambitoId}`, ...tavoli.flatMap(tavolo => [`tavolo:${tavolo}`, `seggi:${tavolo}`])];
  return { t: 'live', ambitoId, rooms, event: { tipo: 'incontro', id, ambitoId } };
}

/** Also what the public may see of it. */
export const annunciIncontro = (place: Where, id: string): BusEvent[] => [
  liveIncontro(place, id),
  { t: 'pagine', ambitoSlug: place.ambitoSlug },
];
