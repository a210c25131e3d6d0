import type { ResolvedPlace } from '../platform/commands/context.js';
import type { BusEvent } from '../platform/realtime/bus.js';

type Where = Pick<ResolvedPlace, 'ambitoId' | 'ambitoSlug' | 'tavoli'>;

/** Tells the open pages of the staff and of who sits at its tavoli that a verbale changed, and the public pages that they may show it. */
export function annunciVerbale(place: Where, id: string): BusEvent[] {
  return [liveVerbale(place, id), { t: 'pagine', ambitoSlug: place.ambitoSlug }];
}

/** While it is being written only those who may read the draft. */
export function liveVerbale({ ambitoId, tavoli = [] }: Where, id: string): BusEvent {
  const rooms = [`ambito:${ambitoId}`, ...tavoli.flatMap(tavolo => [`tavolo:${tavolo}`, `seggi:${tavolo}`])];
  return { t: 'live', ambitoId, rooms, event: { tipo: 'verbale', id, ambitoId } };
}
