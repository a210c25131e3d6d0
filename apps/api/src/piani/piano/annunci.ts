import type { BusEvent } from '../../platform/realtime/bus.js';

/** Tells the open pages of the offices of the ambito to read the Piano again. */
export const livePiano = (ambitoId: string, id: string): BusEvent => ({
  t: 'live',
  ambitoId,
  rooms: [`ambito:${ambitoId}`],
  event: { tipo: 'piano', id, ambitoId },
});

/** The same, and the public pages too. */
export const annunciPiano = (ambitoId: string, ambitoSlug: string, id: string): BusEvent[] => [
  livePiano(ambitoId, id),
  { t: 'pagine', ambitoSlug },
];
