import { lintIcs } from '../../testing/ics/ics-lint.js';
import { readWithIcalJs } from '../../testing/ics/ics-readers.js';
import { feedIcs } from '../platform/calendar/index.js';
import type { IncontroInCalendario } from './calendari.queries.js';
import { eventoPubblicato } from './eventi.js';

/** So many characters as people write them, with accents and punctuation. */
const parole = (length: number): string => 'Perché è già così: punto, con relatore; e altro. '.repeat(length / 40 + 1).slice(0, length);

/** As long as an incontro may be in all that it says. */
const LUNGO: IncontroInCalendario = {
  id: '0198d2a4-1111-7000-8000-000000000001',
  titolo: parole(200),
  stato: 'convocato',
  inizioAt: new Date('2026-10-20T14:00:00Z'),
  fineAt: new Date('2026-10-20T16:00:00Z'),
  sede: { nome: parole(160), indirizzo: parole(200), accessibile: true },
  linkVideo: 'https://video.prova.test/stanza',
  sequence: 1,
  creatoAt: new Date('2026-09-01T08:00:00Z'),
  aggiornatoAt: new Date('2026-09-02T08:00:00Z'),
  ambitoSlug: 'valle-del-fiume',
  tavoli: Array.from({ length: 20 }, () => parole(120)),
  punti: Array.from({ length: 40 }, () => ({ titolo: parole(300), minuti: 20, relatore: 'Anna Verdi' })),
};

describe('the incontri of a feed', () => {
  it('C-7: are 500 in less than 1 MB, however long their agendas are, and each leads to its page', () => {
    const eventi = Array.from({ length: 500 }, (_, i) =>
      eventoPubblicato({ ...LUNGO, id: `0198d2a4-1111-7000-8000-${String(i).padStart(12, '0')}` }, 'https://tavoli.test', false),
    );
    const ics = feedIcs(
      { nome: 'Tutti', descrizione: 'Tutti gli incontri.', url: 'https://tavoli.test/cal/valle.ics', refreshMinutes: 60 },
      eventi,
    );
    expect(lintIcs(ics)).toEqual([]);
    const { events } = readWithIcalJs(ics);
    expect(events).toHaveLength(500);
    expect(events.filter(e => !e.descrizione.endsWith(e.url))).toEqual([]);
    expect(Buffer.byteLength(ics)).toBeLessThanOrEqual(1_000_000);
  });

  it('say all that they have to say when it is short', () => {
    const corto = { ...LUNGO, tavoli: ['Anziani'], punti: [{ titolo: 'Verbale', minuti: 1, relatore: null }] };
    expect(eventoPubblicato(corto, 'https://tavoli.test', true).descrizione).toBe(
      `Anziani\n\n1. Verbale (1 minuto)\n\nVideochiamata: https://video.prova.test/stanza\n\nhttps://tavoli.test/valle-del-fiume/incontri/${corto.id}`,
    );
  });
});
