import ical, {
  ICalAttendeeRole, ICalAttendeeStatus, ICalAttendeeType, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency, type ICalCalendar, type ICalEvent,
} from 'ical-generator';
import { cleanLine, cleanName, cleanText } from './clean-text.js';
import type { EventoCalendario, EventoConvocato } from './evento.js';

const PRODUCT = '-//Tavoli Tematici//Calendario//IT';

export interface Attendee {
  readonly name: string;
  readonly email: string;
  /** Expected, or called for information. */
  readonly role: 'REQ-PARTICIPANT' | 'OPT-PARTICIPANT';
}

/**
 * An iTIP message (RFC 5546) to one person: their invitation, or its withdrawal. It names no other attendee and sets no alarm.
 * The same input always gives the same bytes.
 */
export function inviteIcs(evento: EventoConvocato, method: 'REQUEST' | 'CANCEL', attendee: Attendee): string {
  const calendar = ical({ prodId: PRODUCT, method: ICalCalendarMethod[method] });
  const event = add(calendar, evento);
  event.organizer({ name: cleanName(evento.organizer.name), email: evento.organizer.email });
  event.createAttendee({
    name: cleanName(attendee.name) || attendee.email,
    email: attendee.email,
    role: attendee.role === 'REQ-PARTICIPANT' ? ICalAttendeeRole.REQ : ICalAttendeeRole.OPT,
    status: ICalAttendeeStatus.NEEDSACTION,
    type: ICalAttendeeType.INDIVIDUAL,
    rsvp: method === 'REQUEST',
  });
  return calendar.toString();
}

export interface Feed {
  readonly nome: string;
  readonly descrizione: string;
  /** Where it is read from; null: a secret. */
  readonly url: string | null;
  /** How often readers are asked to look again. */
  readonly refreshMinutes: number;
}

/** A calendar to subscribe to (METHOD:PUBLISH): no attendees, no organiser, nothing that changes unless an event does. */
export function feedIcs(feed: Feed, eventi: readonly EventoCalendario[]): string {
  const calendar = ical({
    prodId: PRODUCT,
    method: ICalCalendarMethod.PUBLISH,
    name: cleanLine(feed.nome),
    description: cleanText(feed.descrizione),
    ...(feed.url === null ? {} : { url: feed.url, source: feed.url }),
    ttl: feed.refreshMinutes * 60,
    x: [['X-WR-TIMEZONE', 'Europe/Rome']],
  });
  for (const evento of eventi) add(calendar, evento);
  return calendar.toString();
}

function add(calendar: ICalCalendar, e: EventoCalendario): ICalEvent {
  return calendar.createEvent({
    id: e.uid,
    sequence: e.sequence,
    stamp: e.stamp,
    created: e.createdAt ?? e.stamp,
    lastModified: e.stamp,
    start: e.inizio,
    end: e.fine,
    summary: cleanLine(e.titolo),
    description: cleanText(e.descrizione) || null,
    location: e.luogo === null ? null : cleanLine(e.luogo),
    url: e.url,
    status: e.stato === 'CANCELLED' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: e.stato === 'CANCELLED' ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
  });
}
