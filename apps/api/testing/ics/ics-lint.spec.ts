import { ICS_RULES, lintIcs } from './ics-lint.js';
import { icsMessages } from './ics-messages.js';

const { convoca = '', annulla = '', feed = '' } = icsMessages();
const TWO_EVENTS = convoca.slice(convoca.indexOf('BEGIN:VEVENT'), convoca.indexOf('END:VCALENDAR'));

/** For each rule a message that breaks it. */
const BROKEN: Record<keyof typeof ICS_RULES, string> = {
  'every line ends in CRLF, the last one too': convoca.slice(0, -2),
  'no line is empty': convoca.replace('BEGIN:VEVENT', '\r\nBEGIN:VEVENT'),
  'no line is longer than 75 octets': convoca.replace('SEQUENCE:0', `SEQUENCE:0\r\nX-LUNGA:${'è'.repeat(34)}`),
  'no fold splits a character': convoca.replace('🏠', '\ud83c\r\n \udfe0'),
  'there are no control characters, nor what some take for the end of a line': convoca.replace('Progetto', 'Pro\u2028getto'),
  'every line is a content line': convoca.replace('TRANSP:', 'TRANSP '),
  'components open and close in order': convoca.replace('END:VEVENT\r\nEND:VCALENDAR', 'END:VCALENDAR\r\nEND:VEVENT'),
  'it is one VCALENDAR, with nothing around it': convoca + convoca,
  'it holds events and nothing else': convoca.replaceAll('VEVENT', 'VTODO'),
  'VERSION and PRODID stand in it once': convoca.replace('VERSION:2.0', 'VERSION:1.0'),
  'PRODID is a formal public identifier': convoca.replace('PRODID:-', 'PRODID:--'),
  'what the calendar says of itself comes before its events': convoca.replace(
    'END:VEVENT\r\n',
    'END:VEVENT\r\nX-WR-TIMEZONE:Europe/Rome\r\n',
  ),
  'one METHOD, of the calendar and not of an event': convoca.replace('UID:', 'METHOD:REQUEST\r\nUID:'),
  'events have what they must have': convoca.replace(/DTSTAMP:.*\r\n/, ''),
  'no property of an event stands twice': convoca.replace('TRANSP:OPAQUE', 'TRANSP:OPAQUE\r\nTRANSP:OPAQUE'),
  'every instant is in UTC': convoca.replace(/DTSTART:(.*)Z/, 'DTSTART:$1'),
  'no zone is named but that of display': convoca.replace('DTSTART:', 'DTSTART;TZID=Europe/Rome:'),
  'events end after they start': convoca.replace(/DTEND:.*/, 'DTEND:20200101T000000Z'),
  'SEQUENCE is a whole number': convoca.replace('SEQUENCE:0', 'SEQUENCE:-1'),
  'STATUS is one of a VEVENT': convoca.replace('STATUS:CONFIRMED', 'STATUS:FORSE'),
  'what is cancelled takes nobody’s time': annulla.replace('TRANSPARENT', 'OPAQUE'),
  'UIDs name one event each, with a host': convoca.replace('END:VCALENDAR', `${TWO_EVENTS}END:VCALENDAR`),
  'there are no alarms, rules of repetition or attachments': convoca.replace(
    'END:VEVENT',
    'BEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM\r\nEND:VEVENT',
  ),
  'texts escape commas, semicolons and backslashes': convoca.replace('Disabilità\\;', 'Disabilità;'),
  'names of people stand between quotes, whole': convoca.replace(/CN="([^"]*)"/, 'CN=$1'),
  'organiser and attendee are mailboxes': convoca.replace('mailto:ambito@valle.test', 'mailto:ambito'),
  'addresses are absolute': convoca.replace('https://tavoli.test', ''),
  'a message of iTIP is about one event, from its organiser to one attendee': convoca.replace(
    'TRANSP:',
    'ATTENDEE:mailto:altri@altrove.test\r\nTRANSP:',
  ),
  'a CANCEL cancels and a REQUEST does not': annulla.replace('METHOD:CANCEL', 'METHOD:REQUEST'),
  'a REQUEST asks for no answer that nobody reads, and says what was answered': convoca.replace('NEEDS-ACTION', 'DELEGATED'),
  'a feed has a name and says how often to look': feed.replace(/REFRESH-INTERVAL.*\r\n/, ''),
  'a feed names nobody': feed.replace('TRANSP:', 'CONTACT:Ada\r\nTRANSP:'),
};

describe('C-3: the grammar that our calendars keep', () => {
  it('has an example of its breach for each rule', () => expect(Object.keys(BROKEN).sort()).toEqual(Object.keys(ICS_RULES).sort()));

  it.each(Object.entries(BROKEN))('notices when it does not hold that %s', (rule, ics) => {
    expect(lintIcs(ics)).toContain(rule);
  });
});
