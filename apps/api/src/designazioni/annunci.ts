import type { ResolvedPlace } from '../platform/commands/context.js';
import type { BusEvent } from '../platform/realtime/bus.js';

/** Tells the pages of staff and ente that a designazione changed, and the public pages that they may show it. */
export function liveDesignazione(
  place: Pick<ResolvedPlace, 'ambitoId' | 'ambitoSlug' | 'tavoloId' | 'enteId'>,
  id = (place as ResolvedPlace).id,
): BusEvent[] {
  const rooms = [`ambito:${place.ambitoId}`, `tavolo:${place.tavoloId}`, `ente:${place.enteId}`];
  return [
    { t: 'live', ambitoId: place.ambitoId, rooms, event: { tipo: 'designazione', id, ambitoId: place.ambitoId } },
    { t: 'pagine', ambitoSlug: place.ambitoSlug },
  ];
}
