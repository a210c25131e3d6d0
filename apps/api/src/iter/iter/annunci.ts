import type { ResolvedPlace } from '../../platform/commands/context.js';
import type { BusEvent } from '../../platform/realtime/bus.js';

type Dove = Pick<ResolvedPlace, 'ambitoId' | 'ambitoSlug'>;

/** Tells the pages of the offices that the iter changed, and the public page to show it. */
export function annunciIter({ ambitoId, ambitoSlug }: Dove, id: string): BusEvent[] {
  return [
    { t: 'live', ambitoId, rooms: [`ambito:${ambitoId}`], event: { tipo: 'iter', id, ambitoId } },
    { t: 'pagine', ambitoSlug },
  ];
}

/** The same of an adesione; its ente hears of it too. */
export function annunciAdesione({ ambitoId, ambitoSlug }: Dove, id: string, enteId: string): BusEvent[] {
  return [
    { t: 'live', ambitoId, rooms: [`ambito:${ambitoId}`, `ente:${enteId}`], event: { tipo: 'adesione', id, ambitoId } },
    { t: 'pagine', ambitoSlug },
  ];
}
