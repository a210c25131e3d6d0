import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

/** An event as a calendar program understood it. */
export interface ReadEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly stamp: number;
  readonly inizio: number;
  readonly fine: number;
  readonly titolo: string;
  readonly luogo: string;
  readonly descrizione: string;
  readonly url: string;
  readonly stato: string;
  readonly organizer: ReadMailbox | null;
  readonly attendees: readonly (ReadMailbox & { readonly role: string; readonly partstat: string })[];
}

interface ReadMailbox {
  readonly name: string;
  readonly email: string;
}

export interface ReadCalendar {
  readonly method: string;
  readonly events: readonly ReadEvent[];
}

const address = (value: unknown): string => String(value).replace(/^mailto:/i, '');

/** As ical.js reads it (Thunderbird's parser). */
export function readWithIcalJs(ics: string): ReadCalendar {
  const calendar = new ICAL.Component(ICAL.parse(ics) as unknown[]);
  const components = calendar.getAllSubcomponents();
  if (components.some(({ name }) => name !== 'vevent')) throw new Error('There is something else than events.');
  return { method: String(calendar.getFirstPropertyValue('method')), events: components.map(icalJsEvent) };
}

function icalJsEvent(event: ICAL.Component): ReadEvent {
  const text = (name: string): string => String(event.getFirstPropertyValue(name) ?? '');
  const time = (name: string): number => (event.getFirstPropertyValue(name) as ICAL.Time).toJSDate().getTime();
  const who = (property: ICAL.Property) => ({
    name: String(property.getFirstParameter('cn')),
    email: address(property.getFirstValue()),
  });
  const organizer = event.getFirstProperty('organizer');
  return {
    uid: text('uid'),
    sequence: Number(text('sequence')),
    stamp: time('dtstamp'),
    inizio: time('dtstart'),
    fine: time('dtend'),
    titolo: text('summary'),
    luogo: text('location'),
    descrizione: text('description'),
    url: text('url'),
    stato: text('status'),
    organizer: organizer === null ? null : who(organizer),
    attendees: event
      .getAllProperties('attendee')
      .map(a => ({ ...who(a), role: String(a.getFirstParameter('role')), partstat: String(a.getFirstParameter('partstat')) })),
  };
}

type Parametric = string | { readonly val: string; readonly params: Readonly<Record<string, string>> };

/** As node-ical reads it (MagicMirror's parser). */
export function readWithNodeIcal(ics: string): ReadCalendar {
  const { vcalendar, ...rest } = nodeIcal.sync.parseICS(ics);
  const events = Object.values(rest).filter(found => found?.type !== undefined); // what is no component is a property with parameters
  if (events.some(event => event?.type !== 'VEVENT')) throw new Error('There is something else than events.');
  return {
    method: String((vcalendar as { method?: string } | undefined)?.method),
    events: events.map(event => nodeIcalEvent(event as unknown as Record<string, Parametric>)),
  };
}

function nodeIcalEvent(event: Readonly<Record<string, Parametric>>): ReadEvent {
  const text = (name: string): string => val(event[name]);
  const time = (name: string): number => new Date(event[name] as string).getTime();
  return {
    uid: text('uid'),
    sequence: Number(text('sequence')),
    stamp: time('dtstamp'),
    inizio: time('start'),
    fine: time('end'),
    titolo: text('summary'),
    luogo: text('location'),
    descrizione: text('description'),
    url: text('url'),
    stato: text('status'),
    organizer: event['organizer'] === undefined ? null : mailbox(event['organizer']),
    attendees: [event['attendee'] ?? []].flat().map(a => ({ ...mailbox(a), role: param(a, 'ROLE'), partstat: param(a, 'PARTSTAT') })),
  };
}

const val = (value: Parametric | undefined): string => String(typeof value === 'object' ? value.val : (value ?? ''));
const param = (value: Parametric, name: string): string => (typeof value === 'object' ? String(value.params[name]) : '');
const mailbox = (value: Parametric): ReadMailbox => ({ name: param(value, 'CN'), email: address(val(value)) });
