import type { LiveEvent } from '@tavoli/shared';
import type { ResolvedPlace } from '../commands/context.js';
import type { Kind } from '../procedura/kind.js';
import type { BusEvent } from './bus-events.js';
import { roomOf, roomOfPage } from './live.rooms.js';

/** Where the thing stands, or where it is written: with the tavolo, the tavoli and the ente that its kind has. */
type Where = Pick<ResolvedPlace, 'ambitoId' | 'tavoloId' | 'enteId' | 'tavoli'>;

/**
 * Tells the open pages of who works on things of that kind, there, that one changed: the offices, its tavoli, its ente, and who sits there where they read it too;
 * and of visitors, where its public page is followed.
 */
export function live(kind: Kind, where: Where, id: string): BusEvent {
  const { ambitoId, tavoloId, enteId, tavoli } = where;
  const at = (sql: string | undefined, held: string | null | undefined): string[] =>
    sql === 'x.id' ? [id] : sql === undefined || !held ? [] : [held];
  const ofTavoli = kind.tavoli === undefined ? at(kind.tavolo, tavoloId) : (tavoli ?? []);
  const rooms = [
    roomOf('ambito', ambitoId),
    ...ofTavoli.flatMap(tavolo => [roomOf('tavolo', tavolo), ...(kind.seated === true ? [roomOf('seggio', tavolo)] : [])]),
    ...at(kind.ente, enteId).map(ente => roomOf('ente', ente)),
    ...(kind.followed === true ? [roomOfPage(kind.kind, id)] : []),
  ];
  return { t: 'live', ambitoId, rooms, event: { tipo: (kind.news ?? kind.kind) as LiveEvent['tipo'], id, ambitoId } };
}

/** And the public pages that they may show it. */
export const news = (kind: Kind, where: Where & Pick<ResolvedPlace, 'ambitoSlug'>, id: string): BusEvent[] => [
  live(kind, where, id),
  { t: 'pagine', ambitoSlug: where.ambitoSlug },
];
