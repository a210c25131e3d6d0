import type { ResolvedPlace } from '../../platform/commands/context.js';
import type { BusEvent } from '../../platform/realtime/bus.js';
import type { Cosa } from './oscurabile.js';

/** Pages kept anywhere are made anew; open pages of the offices read again. */
export function annunciOscuramento({ ambitoId, ambitoSlug }: ResolvedPlace, { tipo, id }: Cosa): BusEvent[] {
  return [
    { t: 'live', ambitoId, rooms: [`ambito:${ambitoId}`], event: { tipo, id, ambitoId } },
    { t: 'pagine', ambitoSlug },
  ];
}
