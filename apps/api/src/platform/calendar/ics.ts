import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
  foldLines,
  type ICalCalendar,
  type ICalEvent,
} from 'ical-generator';
import { Lru } from '../ssr/cache/lru.js';
import { cleanLine, cleanName, cleanText } from './clean-text.js';
import type { EventoCalendario, EventoConvocato } from './evento.js';

/** Written with a dash before it. */
const PRODUCT = '//Tavoli Tematici//Calendario//IT';

export interface Attendee {
  readonly name: string;
  readonly email: string;
  /** Expected, or called for information. */
  readonly role: 'REQ-PARTICIPANT' | 'OPT-PARTICIPANT';
  /** What they have answered already; left out: nothing yet. */
  readonly answer?: 'ACCEPTED' | 'DECLINED';
}

/**
 * An iTIP message (RFC 5546) to one person: their invitation, or its withdrawal. It names no other attendee and sets no alarm.
 * The same input always gives the same bytes.
 * @throws RangeError when asked to invite to a cancelled event
 */
export function inviteIcs(evento: EventoConvocato, method: 'REQUEST' | 'CANCEL', attendee: Attendee): string {
  if (method === 'REQUEST' && evento.stato === 'CANCELLED') throw new RangeError('Nobody is invited to a cancelled event.');
  const calendar = ical({ prodId: PRODUCT, method: ICalCalendarMethod[method] });
  const event = add(calendar, method === 'CANCEL' ? { ...evento, stato: 'CANCELLED' } : evento);
  event.organizer(mailbox(evento.organizer));
  event.createAttendee({
    ...mailbox(attendee),
    role: attendee.role === 'REQ-PARTICIPANT' ? ICalAttendeeRole.REQ : ICalAttendeeRole.OPT,
    status: attendee.answer === undefined ? ICalAttendeeStatus.NEEDSACTION : ICalAttendeeStatus[attendee.answer],
    type: ICalAttendeeType.INDIVIDUAL,
    // Answers are given by the link of the mail: nobody reads those of a calendar.
    rsvp: false,
  });
  return whole(calendar);
}

const mailbox = ({ name, email }: { readonly name: string; readonly email: string }) => ({
  name: cleanName(name) || cleanName(email),
  email,
});

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
    name: escaped(cleanLine(feed.nome)),
    description: escaped(cleanText(feed.descrizione)),
    ...(feed.url === null ? {} : { url: feed.url, source: feed.url }),
    ttl: feed.refreshMinutes * 60,
  });
  const head = whole(calendar).slice(0, -END.length).replace(METHOD, `${METHOD}X-WR-TIMEZONE:Europe/Rome\r\n`);
  return `${head}${eventi.map(written).join('')}${END}`;
}

/** What the library does for the texts of events only. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

/** Properties that the library does not know it writes after the events, where the grammar has none: the zone goes after this one. */
const METHOD = 'METHOD:PUBLISH\r\n';

const END = 'END:VCALENDAR\r\n';

/** Of a feed that is made anew nearly every event is as it was: those are not written again. */
const kept = new Lru<{ readonly text: string; readonly bytes: number }>(20_000, 16 * 1024 * 1024);

function written(e: EventoCalendario): string {
  const key = [
    e.uid,
    e.sequence,
    e.stato,
    +e.stamp,
    +(e.createdAt ?? e.stamp),
    +e.inizio,
    +e.fine,
    e.url,
    e.luogo,
    e.titolo,
    e.descrizione,
  ].join('\u0000');
  const known = kept.get(key);
  if (known !== undefined) return known.text;
  const calendar = ical({ prodId: PRODUCT });
  add(calendar, e);
  const whole = calendar.toString();
  const text = `${whole.slice(whole.indexOf('BEGIN:VEVENT'), whole.lastIndexOf('END:VEVENT'))}END:VEVENT\r\n`;
  kept.set(key, { text, bytes: (text.length + key.length) * 2 });
  return text;
}

/** The lines of a calendar that was cut by hand, whole as they are meant, folded again as they travel: 75 octets at most (RFC 5545 §3.1). */
export const ripiegato = (ics: string): string => foldLines(ics.replace(/\r\n[ \t]/g, '').replace(/\r?\n/g, '\r\n'));

/** The library leaves the last line without its end. */
const whole = (calendar: ICalCalendar): string => `${calendar.toString()}\r\n`;

/** @throws RangeError when it does not end after it starts: the library would swap the two and say nothing */
function add(calendar: ICalCalendar, e: EventoCalendario): ICalEvent {
  if (e.fine <= e.inizio) throw new RangeError('An event ends after it starts.');
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
    transparency: e.stato === 'CANCELLED' || e.libero ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
  });
}
