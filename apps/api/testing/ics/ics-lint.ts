import { contentLine, icsLines, logicalLines, physicalLines, type IcsLine } from './ics-lines.js';

interface Read {
  readonly ics: string;
  readonly lines: readonly IcsLine[];
  /** Properties of each VEVENT. */
  readonly events: readonly (readonly IcsLine[])[];
  readonly method: string;
}

const UTC = /^\d{8}T([01]\d|2[0-3])[0-5]\d[0-5]\dZ$/;
const DURATION = /^P(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/;
const ADDRESS = /^mailto:[^\s"<>;,:\\@]+@[^\s"<>;,:\\@]+$/i;
const TEXTS = new Set(['SUMMARY', 'DESCRIPTION', 'LOCATION', 'NAME', 'PRODID', 'X-WR-CALNAME', 'X-WR-CALDESC']);
const ONCE = [
  'UID',
  'SEQUENCE',
  'DTSTAMP',
  'DTSTART',
  'DTEND',
  'SUMMARY',
  'STATUS',
  'CREATED',
  'LAST-MODIFIED',
  'DESCRIPTION',
  'LOCATION',
  'URL',
  'TRANSP',
  'ORGANIZER',
];
const REQUIRED = ['UID', 'SEQUENCE', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'STATUS'];

const all = (lines: readonly IcsLine[], name: string): IcsLine[] => lines.filter(line => line.name === name);
const value = (lines: readonly IcsLine[], name: string): string => all(lines, name)[0]?.value ?? '';
const invites = ({ method }: Read): boolean => method === 'REQUEST' || method === 'CANCEL';

/** What every calendar that we send or publish keeps to: RFC 5545, RFC 5546 and RFC 7986, as far as we use them. True: kept. */
export const ICS_RULES: Readonly<Record<string, (read: Read) => boolean>> = {
  'every line ends in CRLF, the last one too': ({ ics }) => ics.endsWith('\r\n') && !/\r(?!\n)|(?<!\r)\n/.test(ics),
  'no line is empty': ({ ics }) => physicalLines(ics).every(line => line.trim() !== ''),
  'no line is longer than 75 octets': ({ ics }) => physicalLines(ics).every(line => Buffer.byteLength(line) <= 75),
  'no fold splits a character': ({ ics }) => ics.isWellFormed() && physicalLines(ics).every(line => line.isWellFormed()),
  'there are no control characters, nor what some take for the end of a line': ({ ics }) =>
    !/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/.test(ics),
  'every line is a content line': ({ ics }) => logicalLines(ics).every(line => contentLine(line) !== null),
  'components open and close in order': ({ ics }) => nesting(ics),
  'it is one VCALENDAR, with nothing around it': ({ ics }) =>
    ics.startsWith('BEGIN:VCALENDAR\r\n') && ics.endsWith('\r\nEND:VCALENDAR\r\n') && ics.split('BEGIN:VCALENDAR').length === 2,
  'it holds events and nothing else': ({ lines }) =>
    all(lines, 'BEGIN')
      .slice(1)
      .every(line => line.value === 'VEVENT' && line.within.length === 1),
  'VERSION and PRODID stand in it once': ({ lines }) =>
    ['VERSION', 'PRODID'].every(name => all(lines, name).length === 1) && value(lines, 'VERSION') === '2.0',
  'PRODID is a formal public identifier': ({ lines }) => /^-\/\/[^/]+\/\/[^/]+\/\/[A-Z]{2}$/.test(value(lines, 'PRODID')),
  'what the calendar says of itself comes before its events': ({ lines }) => {
    const own = lines.findLastIndex(line => line.within.length === 1 && !/^(BEGIN|END)$/.test(line.name));
    return lines.slice(0, own).every(line => line.within.length <= 1 && line.value !== 'VEVENT');
  },
  'one METHOD, of the calendar and not of an event': ({ lines, method }) =>
    all(lines, 'METHOD').length === 1 &&
    all(lines, 'METHOD')[0]?.within.join() === 'VCALENDAR' &&
    ['REQUEST', 'CANCEL', 'PUBLISH'].includes(method),
  'events have what they must have': ({ events }) => events.every(event => REQUIRED.every(name => all(event, name).length === 1)),
  'no property of an event stands twice': ({ events }) => events.every(event => ONCE.every(name => all(event, name).length <= 1)),
  'every instant is in UTC': ({ events }) =>
    events.every(event =>
      event
        .filter(({ name }) => /^(DT|CREATED|LAST-MOD)/.test(name))
        .every(line => UTC.test(line.value) && Object.keys(line.params).length === 0),
    ),
  'no zone is named but that of display': ({ lines }) => lines.every(({ name, params }) => params['TZID'] === undefined && name !== 'TZID'),
  'events end after they start': ({ events }) => events.every(event => value(event, 'DTEND') > value(event, 'DTSTART')),
  'SEQUENCE is a whole number': ({ events }) => events.every(event => /^(0|[1-9]\d{0,9})$/.test(value(event, 'SEQUENCE'))),
  'STATUS is one of a VEVENT': ({ events }) => events.every(event => /^(CONFIRMED|TENTATIVE|CANCELLED)$/.test(value(event, 'STATUS'))),
  'what is cancelled takes nobody’s time': ({ events }) =>
    events.every(event => value(event, 'STATUS') !== 'CANCELLED' || value(event, 'TRANSP') === 'TRANSPARENT'),
  'UIDs name one event each, with a host': ({ events }) =>
    new Set(events.map(event => value(event, 'UID'))).size === events.length &&
    events.every(event => /^[^\s@]+@[^\s@]+$/.test(value(event, 'UID'))),
  'there are no alarms, rules of repetition or attachments': ({ lines }) =>
    !lines.some(({ name, value }) => /^(RRULE|RDATE|EXDATE|ATTACH)$/.test(name) || value === 'VALARM'),
  'texts escape commas, semicolons and backslashes': ({ lines }) =>
    lines.filter(({ name }) => TEXTS.has(name)).every(line => /^(?:[^\\;,]|\\[\\;,nN])*$/su.test(line.value)),
  'names of people stand between quotes, whole': ({ lines }) =>
    lines.every(({ params }) => params['CN'] === undefined || /^"[^"]+"$/.test(params['CN'])),
  'organiser and attendee are mailboxes': ({ lines }) =>
    lines.every(({ name, value }) => !/^(ORGANIZER|ATTENDEE)$/.test(name) || ADDRESS.test(value)),
  'addresses are absolute': ({ lines }) =>
    lines.every(({ name, value }) => !/^(URL|SOURCE)$/.test(name) || /^https?:\/\/[^\s"<>\\^`{|}]+$/.test(value)),
  'a message of iTIP is about one event, from its organiser to one attendee': read =>
    !invites(read) ||
    (read.events.length === 1 && read.events.every(event => all(event, 'ORGANIZER').length === 1 && all(event, 'ATTENDEE').length === 1)),
  'a CANCEL cancels and a REQUEST does not': read =>
    !invites(read) || read.events.every(event => (value(event, 'STATUS') === 'CANCELLED') === (read.method === 'CANCEL')),
  'a REQUEST asks for no answer that nobody reads, and says what was answered': read =>
    read.method !== 'REQUEST' ||
    all(read.lines, 'ATTENDEE').every(
      ({ params }) => params['RSVP'] === 'FALSE' && ['NEEDS-ACTION', 'ACCEPTED', 'DECLINED'].includes(params['PARTSTAT'] ?? ''),
    ),
  'a feed has a name and says how often to look': ({ method, lines }) =>
    method !== 'PUBLISH' ||
    (['NAME', 'X-WR-CALNAME', 'X-WR-TIMEZONE'].every(name => value(lines, name) !== '') &&
      ['REFRESH-INTERVAL', 'X-PUBLISHED-TTL'].every(name => DURATION.test(value(lines, name))) &&
      all(lines, 'REFRESH-INTERVAL')[0]?.params['VALUE'] === 'DURATION'),
  'a feed names nobody': ({ method, lines }) =>
    method !== 'PUBLISH' || !lines.some(({ name }) => /^(ORGANIZER|ATTENDEE|CONTACT)$/.test(name)),
};

/** @returns the rules that it breaks */
export function lintIcs(ics: string): string[] {
  const lines = icsLines(ics);
  const events: IcsLine[][] = [];
  for (const line of lines) {
    if (line.name === 'BEGIN' && line.value === 'VEVENT') events.push([]);
    else if (line.within.at(-1) === 'VEVENT') events.at(-1)?.push(line);
  }
  const read = { ics, lines, events, method: value(lines, 'METHOD') };
  return Object.entries(ICS_RULES)
    .filter(([, keeps]) => !keeps(read))
    .map(([rule]) => rule);
}

function nesting(ics: string): boolean {
  const open: string[] = [];
  for (const line of logicalLines(ics)) {
    const [, step, what] = /^(BEGIN|END):(.*)$/.exec(line) ?? [];
    if (step === 'BEGIN' && what !== undefined) open.push(what);
    else if (step === 'END' && open.pop() !== what) return false;
  }
  return open.length === 0;
}
