import type { LiveEvent } from '@tavoli/shared';
import type { ResolvedPlace } from '../../platform/commands/context.js';
import type { BusEvent } from '../../platform/realtime/bus.js';
import { roomOf } from '../../platform/realtime/live.rooms.js';
import type { Cosa } from './oscurabile.js';

/** Pages kept anywhere are made anew; open pages of the offices read again. */
export function annunciOscuramento({ ambitoId, ambitoSlug }: ResolvedPlace, { id }: Cosa, evento: LiveEvent['tipo'] | null): BusEvent[] {
  return [
    ...(evento === null
      ? []
      : [{ t: 'live', ambitoId, rooms: [roomOf('ambito', ambitoId)], event: { tipo: evento, id, ambitoId } } as const]),
    { t: 'pagine', ambitoSlug },
  ];
}
