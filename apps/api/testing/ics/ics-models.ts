import fc from 'fast-check';
import type { Attendee, EventoConvocato } from '../../src/platform/calendar/index.js';

/** Pieces that break calendars where they are not escaped, folded or thrown away. */
const HOSTILE = [
  '"',
  ';',
  ':',
  ',',
  '\\',
  '\\n',
  '\\N',
  '^',
  '^n',
  '=',
  '\n',
  '\r',
  '\r\n',
  '\t',
  '\0',
  '\u0007',
  '\u001b[31m',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u202e',
  '\ud83d',
  '\ude00',
  '😀',
  '👨‍👩‍👧',
  'è',
  '漢',
  'e\u0301',
  '\ufeff',
  '\uffff',
  '\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:altro@altrove.test\r\n',
  '\nATTENDEE:mailto:altri@altrove.test\n',
  '\r\n BEGIN:VALARM',
  ';CN="altro":mailto:x@altrove.test',
  'END:VCALENDAR',
];

/** What people and attackers type; long enough to be folded, so that every piece falls on a fold now and then. */
export const testo = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.lorem({ maxCount: 3 }) },
        { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
        fc.string({ unit: 'binary', maxLength: 20 }),
      ),
      {
        maxLength,
      },
    )
    .map(parts => parts.join(''));

/** To the second, as calendars have it. */
const istante = fc.integer({ min: Date.UTC(2026, 0) / 1000, max: Date.UTC(2031, 0) / 1000 }).map(s => new Date(s * 1000));

const email = fc
  .tuple(fc.stringMatching(/^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,30}$/), fc.stringMatching(/^[a-z0-9]{1,12}$/))
  .map(([who, where]) => `${who}@${where}.test`);

/** A name with something in it to be read, or one of which nothing is left. */
const nome = fc.oneof(
  { weight: 9, arbitrary: testo(6).filter(text => /[\p{L}\p{N}]/u.test(text)) },
  { weight: 1, arbitrary: fc.constantFrom('', '"', ';:', '^', '\0\u202e', '\r\n') },
);

export const convocato: fc.Arbitrary<EventoConvocato> = fc
  .record({
    uid: fc.uuid().map(id => `incontro-${id}@tavoli-tematici`),
    sequence: fc.nat(1000),
    stamp: istante,
    createdAt: istante,
    inizio: istante,
    minuti: fc.integer({ min: 1, max: 3000 }),
    titolo: testo(12),
    luogo: fc.option(testo(8)),
    descrizione: testo(30),
    url: fc.option(fc.uuid().map(id => `https://tavoli.test/valle-del-fiume/incontri/${id}`)),
    organizer: fc.record({ name: nome, email }),
  })
  .map(({ minuti, ...e }) => ({ ...e, fine: new Date(e.inizio.getTime() + minuti * 60_000), stato: 'CONFIRMED' as const }));

export const invitato: fc.Arbitrary<Attendee> = fc.record({
  name: nome,
  email,
  role: fc.constantFrom('REQ-PARTICIPANT' as const, 'OPT-PARTICIPANT' as const),
});

/** What is left of a text when all that is not seen is taken away: the same before a calendar and after it. */
export const visibile = (text: string): string =>
  [...text].filter(c => !/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(c)).join('');
