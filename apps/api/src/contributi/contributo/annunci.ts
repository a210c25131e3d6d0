import type { BusEvent } from '../../platform/realtime/bus.js';

interface Where {
  readonly ambitoId: string;
  readonly ambitoSlug: string;
  readonly tavoloId?: string | null;
}

/** Tells the open pages of the staff that a contributo changed, and the public pages that they may show it. */
export function annunciContributo({ ambitoId, ambitoSlug, tavoloId }: Where, id: string): BusEvent[] {
  const rooms = [`ambito:${ambitoId}`, ...(tavoloId ? [`tavolo:${tavoloId}`] : [])];
  return [
    { t: 'live', ambitoId, rooms, event: { tipo: 'contributo', id, ambitoId } },
    { t: 'pagine', ambitoSlug },
  ];
}
