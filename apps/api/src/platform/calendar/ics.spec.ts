import fc from 'fast-check';
import { lintIcs } from '../../../testing/ics/ics-lint.js';
import { convocato, invitato, testo, visibile } from '../../../testing/ics/ics-models.js';
import { readWithIcalJs, readWithNodeIcal, type ReadEvent } from '../../../testing/ics/ics-readers.js';
import { feedIcs, inviteIcs, type EventoCalendario, type EventoConvocato } from './index.js';

type Text = (text: string) => string;

/** Of node-ical we know that it takes a typed `\n` for a line break and quotes around a whole text for none of it. */
const forgiving: Text = text =>
  visibile(text)
    .replace(/\\[nN]*/g, '\\')
    .replace(/^"+|(?<!")"+$/g, '');

/** Who reads, and what of a text we compare. */
const READERS = [
  ['ical.js', readWithIcalJs, visibile],
  ['node-ical', readWithNodeIcal, forgiving],
] as const;
const METHODS = fc.constantFrom('REQUEST' as const, 'CANCEL' as const);

/** Names are parameters: what could end one is not in them. */
const nome = (name: string, email: string): string => without(name) || without(email);
const without: Text = text => visibile(text).replace(/["^;:,\\]/g, '');

const seen = (e: ReadEvent, text: Text) => ({
  ...e,
  titolo: text(e.titolo),
  luogo: text(e.luogo),
  descrizione: text(e.descrizione),
});

const expected = (e: EventoCalendario, stato: string, text: Text) => ({
  uid: e.uid,
  sequence: e.sequence,
  stamp: e.stamp.getTime(),
  inizio: e.inizio.getTime(),
  fine: e.fine.getTime(),
  titolo: text(e.titolo),
  luogo: text(e.luogo ?? ''),
  descrizione: text(e.descrizione),
  url: e.url ?? '',
  stato,
});

describe('A message to one calendar', () => {
  it.each(READERS)(
    'C-1, B-7, C-3: is read by %s as it was meant, for 2,000 incontri with hostile words, and breaks no rule',
    (_reader, read, text) => {
      fc.assert(
        fc.property(convocato, METHODS, invitato, (evento, method, attendee) => {
          const ics = inviteIcs(evento, method, attendee);
          expect(lintIcs(ics)).toEqual([]);
          const { events, ...calendar } = read(ics);
          expect(calendar.method).toBe(method);
          expect(events).toHaveLength(1);
          const [{ organizer, attendees, ...event }] = events.map(e => seen(e, text)) as [ReadEvent];
          expect(event).toEqual(expected(evento, method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED', text));
          expect({ ...organizer, name: visibile(organizer?.name ?? '') }).toEqual({
            name: nome(evento.organizer.name, evento.organizer.email),
            email: evento.organizer.email,
          });
          expect(attendees.map(a => ({ ...a, name: visibile(a.name) }))).toEqual([
            {
              name: nome(attendee.name, attendee.email),
              email: attendee.email,
              role: attendee.role,
              partstat: attendee.answer ?? 'NEEDS-ACTION',
            },
          ]);
        }),
        { numRuns: 2000 },
      );
    },
  );

  it('B-7: an emoji that falls on the end of a line stays whole, wherever it falls', () => {
    for (let before = 0; before < 80; before++) {
      const titolo = `${'a'.repeat(before)}😀è漢👨👩👧`;
      const ics = inviteIcs({ ...UN_INCONTRO, titolo }, 'REQUEST', ADA);
      expect(lintIcs(ics)).toEqual([]);
      for (const [, read] of READERS) expect(read(ics).events[0]?.titolo).toBe(titolo);
    }
  });

  it('is refused for an event that does not end after it starts', () => {
    expect(() => inviteIcs({ ...UN_INCONTRO, fine: UN_INCONTRO.inizio }, 'REQUEST', ADA)).toThrow(RangeError);
  });

  it('invites nobody to what is cancelled', () => {
    expect(() => inviteIcs({ ...UN_INCONTRO, stato: 'CANCELLED' }, 'REQUEST', ADA)).toThrow(RangeError);
  });
});

describe('A feed', () => {
  const feed = fc.record({
    nome: testo(8).filter(text => visibile(text) !== ''),
    descrizione: testo(20),
    url: fc.option(fc.constant('https://tavoli.test/cal/valle.ics')),
    refreshMinutes: fc.integer({ min: 1, max: 1440 }),
  });
  const stato = fc.constantFrom('CONFIRMED' as const, 'CANCELLED' as const);
  const eventi = fc.uniqueArray(
    fc.tuple(convocato, stato).map(([{ organizer: _, ...e }, stato]) => ({ ...e, stato })),
    { maxLength: 8, selector: e => e.uid },
  );

  it.each(READERS)('C-1, B-7, C-3: is read by %s as it was meant, names nobody, and breaks no rule', (_reader, read, text) => {
    fc.assert(
      fc.property(feed, eventi, (its, list) => {
        const ics = feedIcs(its, list);
        expect(lintIcs(ics)).toEqual([]);
        expect(read(ics).events.map(e => seen(e, text))).toEqual(
          list.map(e => ({ ...expected(e, e.stato, text), organizer: null, attendees: [] })),
        );
        expect(feedIcs(its, list)).toBe(ics);
      }),
      { numRuns: 400 },
    );
  });

  it('C-7: of 500 incontri with long agendas is smaller than 1 MB', () => {
    const descrizione = `${'Perché è così: punto all’ordine del giorno, con relatore; e altro. '.repeat(15)}`.slice(0, 1100);
    const list = Array.from({ length: 500 }, (_, i) => ({ ...UN_INCONTRO, uid: `incontro-${i}@tavoli-tematici`, descrizione }));
    const ics = feedIcs({ nome: 'Tutti', descrizione: 'Tutti gli incontri.', url: null, refreshMinutes: 60 }, list);
    expect(readWithIcalJs(ics).events).toHaveLength(500);
    expect(Buffer.byteLength(ics)).toBeLessThanOrEqual(1_000_000);
  });
});

const ADA = { name: 'Ada Prova', email: 'ada@prova.test', role: 'REQ-PARTICIPANT' } as const;
const UN_INCONTRO: EventoConvocato = {
  uid: 'incontro-1@tavoli-tematici',
  sequence: 0,
  stamp: new Date('2026-09-01T08:00:00Z'),
  inizio: new Date('2026-10-20T14:00:00Z'),
  fine: new Date('2026-10-20T16:00:00Z'),
  titolo: 'Primo incontro',
  luogo: 'Sala del Consiglio, via Roma 1',
  descrizione: 'Anziani',
  url: 'https://tavoli.test/valle/incontri/1',
  stato: 'CONFIRMED',
  organizer: { name: 'Ambito di Valle', email: 'ambito@valle.test' },
};
