import type { ResolvedPlace } from '../../platform/commands/context.js';
import type { BusEvent } from '../../platform/realtime/bus.js';

type Where = Pick<ResolvedPlace, 'ambitoId' | 'ambitoSlug' | 'tavoloId'>;

/** Tells the open pages of the staff and of who sits at the tavolo that an elaborato changed. */
export function liveElaborato({ ambitoId, tavoloId }: Where, id: string): BusEvent {
  return {
    t: 'live',
    ambitoId,
    rooms: [`ambito:${ambitoId}`, `tavolo:${tavoloId}`, `seggi:${tavoloId}`],
    event: { tipo: 'elaborato', id, ambitoId },
  };
}

/** And the public pages that they may show it. */
export const annunciElaborato = (place: Where, id: string): BusEvent[] => [
  liveElaborato(place, id),
  { t: 'pagine', ambitoSlug: place.ambitoSlug },
];
