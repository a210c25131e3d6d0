import fc from 'fast-check';
import { INCONTRO, TITOLARE } from '../../../testing/ics/ics-messages.js';
import { readWithIcalJs, type ReadEvent } from '../../../testing/ics/ics-readers.js';
import { inviteIcs, type EventoConvocato } from './index.js';

/** A reader's calendar, as RFC 5546 §2.1.5 wants it: by UID, a message counts when its SEQUENCE is higher, or the same and its DTSTAMP later. */
class Calendario {
  private readonly events = new Map<string, ReadEvent>();

  receive(ics: string): void {
    const { method, events } = readWithIcalJs(ics);
    for (const event of events) {
      const known = this.events.get(event.uid);
      if (known && (event.sequence < known.sequence || (event.sequence === known.sequence && event.stamp <= known.stamp))) continue;
      this.events.set(event.uid, method === 'CANCEL' ? { ...event, stato: 'CANCELLED' } : event);
    }
  }

  shown(): unknown[] {
    return [...this.events.values()]
      .filter(e => e.stato !== 'CANCELLED')
      .map(e => ({ uid: e.uid, inizio: e.inizio, fine: e.fine, luogo: e.luogo }));
  }
}

type Step = { readonly method: 'CANCEL' } | { readonly method: 'REQUEST'; readonly giorni: number; readonly luogo: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    method: fc.constant('REQUEST' as const),
    giorni: fc.integer({ min: -20, max: 60 }),
    luogo: fc.constantFrom('Sala', 'Biblioteca', 'Palestra'),
  }),
  fc.record({ method: fc.constant('CANCEL' as const) }),
);

/** One life of an incontro: each step is a message with the next SEQUENCE, about what is known after it. */
function life(steps: readonly Step[]): { ics: string; shown: unknown[] }[] {
  let evento: EventoConvocato = INCONTRO;
  return steps.map((step, sequence) => {
    evento = { ...evento, sequence, stamp: new Date(INCONTRO.stamp.getTime() + sequence * 60_000) };
    if (step.method === 'REQUEST') {
      const inizio = new Date(INCONTRO.inizio.getTime() + step.giorni * 86_400_000);
      evento = { ...evento, inizio, fine: new Date(inizio.getTime() + 3_600_000), luogo: step.luogo };
    }
    const { uid, inizio, fine, luogo } = evento;
    const shown = step.method === 'CANCEL' ? [] : [{ uid, inizio: inizio.getTime(), fine: fine.getTime(), luogo }];
    return { ics: inviteIcs(evento, step.method, TITOLARE), shown };
  });
}

/** A life, and which of its messages arrive, in which order: some late, some twice, some never. */
const deliveries = fc
  .array(step, { minLength: 1, maxLength: 8 })
  .chain(steps => fc.tuple(fc.constant(steps), fc.array(fc.nat(steps.length - 1), { minLength: 1, maxLength: 16 })));

describe('A calendar that receives our messages late, twice or not at all', () => {
  it('C-4: shows what the latest of those that came says, whatever their order', () => {
    fc.assert(
      fc.property(deliveries, ([steps, arrivals]) => {
        const messages = life(steps);
        const calendario = new Calendario();
        for (const i of arrivals) calendario.receive(messages[i]?.ics ?? '');
        expect(calendario.shown()).toEqual(messages[Math.max(...arrivals)]?.shown);
      }),
      { numRuns: 2000 },
    );
  });

  it('C-4: shows an incontro that was cancelled and convened again', () => {
    const [convoca, annulla, riconvoca] = life([
      { method: 'REQUEST', giorni: 0, luogo: 'Sala' },
      { method: 'CANCEL' },
      { method: 'REQUEST', giorni: 7, luogo: 'Biblioteca' },
    ]);
    const calendario = new Calendario();
    for (const message of [convoca, annulla]) calendario.receive(message?.ics ?? '');
    expect(calendario.shown()).toEqual([]);
    calendario.receive(riconvoca?.ics ?? '');
    expect(calendario.shown()).toEqual(riconvoca?.shown);
  });
});
