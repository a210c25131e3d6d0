import type { ResolvedPlace } from '../platform/commands/context.js';
import type { BusEvent } from '../platform/realtime/bus.js';

/** Tells the pages of the offices and of the ente that it changed, and the public pages that may name it. */
export function liveEnte({ ambitoId, ambitoSlug }: Pick<ResolvedPlace, 'ambitoId' | 'ambitoSlug'>, id: string): BusEvent[] {
  return [
    { t: 'live', ambitoId, rooms: [`ambito:${ambitoId}`, `ente:${id}`], event: { tipo: 'ente', id, ambitoId } },
    { t: 'pagine', ambitoSlug },
  ];
}
