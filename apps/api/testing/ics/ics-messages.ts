import { romeWallToInstant } from '@tavoli/shared';
import { feedIcs, inviteIcs, type Attendee, type EventoCalendario, type EventoConvocato } from '../../src/platform/calendar/index.js';

/** The instant of a wall time in Rome. @throws Error when clocks skip it */
function aRoma(wall: string): Date {
  const read = romeWallToInstant(wall);
  if (!read.ok) throw new Error(`${wall} does not exist in Rome.`);
  return read.instant;
}

export const TITOLARE: Attendee = { name: 'Nicolò D’Àmico', email: 'nicolo@associazione.test', role: 'REQ-PARTICIPANT' };
export const SUPPLENTE: Attendee = {
  name: 'Zoë "Zo" Müller; detta: Zo',
  email: 'zoe@associazione.test',
  role: 'OPT-PARTICIPANT',
};

export const INCONTRO: EventoConvocato = {
  uid: 'incontro-0198d2a4-1111-7000-8000-000000000001@tavoli-tematici',
  sequence: 0,
  stamp: new Date('2026-09-01T08:00:00Z'),
  createdAt: new Date('2026-08-28T07:30:00Z'),
  inizio: aRoma('2026-10-24T16:00'),
  fine: aRoma('2026-10-24T18:00'),
  titolo: 'Disabilità; autonomia, casa e “dopo di noi” — perché è già il momento di decidere 🏠👵🏽',
  luogo: 'Sala del Consiglio, via Roma 1; Valle del Fiume',
  descrizione:
    'Disabilità\n\n1. Verbale del 3/9; approvazione\n2. Progetto «Casa mia», 40 minuti (relatrice: A. Verdi)\n3. Varie \\ eventuali',
  url: 'https://tavoli.test/valle-del-fiume/incontri/0198d2a4-1111-7000-8000-000000000001',
  stato: 'CONFIRMED',
  organizer: { name: 'Ambito di Valle del Fiume', email: 'ambito@valle.test' },
};

const later = (sequence: number, fields: Partial<EventoConvocato>): EventoConvocato => ({
  ...INCONTRO,
  sequence,
  stamp: new Date(INCONTRO.stamp.getTime() + sequence * 86_400_000),
  ...fields,
});
const SPOSTATO = later(1, { inizio: aRoma('2026-10-25T16:00'), fine: aRoma('2026-10-25T18:00') });
const ALTROVE = later(2, { inizio: SPOSTATO.inizio, fine: SPOSTATO.fine, luogo: 'Biblioteca, piazza Dante 2' });

/** The same wall time on both sides of each change of the clock, in the year's feed. */
export const ATTORNO_AI_CAMBI_D_ORA = ['2026-03-28T16:00', '2026-03-29T16:00', '2026-10-24T16:00', '2026-10-25T16:00'];

const feedEvent = (wall: string, i: number): EventoCalendario => {
  const { organizer: _, ...e } = INCONTRO;
  const inizio = aRoma(wall);
  return {
    ...e,
    uid: `incontro-${i}@tavoli-tematici`,
    inizio,
    fine: new Date(inizio.getTime() + 2 * 3_600_000),
    stato: i === 1 ? 'CANCELLED' : 'CONFIRMED',
  };
};

/** One of each message that we send, by name; the bytes of each are kept in a file. */
export const icsMessages = (): Record<string, string> => ({
  convoca: inviteIcs(INCONTRO, 'REQUEST', TITOLARE),
  'convoca-supplente': inviteIcs(INCONTRO, 'REQUEST', SUPPLENTE),
  sposta: inviteIcs(SPOSTATO, 'REQUEST', TITOLARE),
  'cambia-luogo': inviteIcs(ALTROVE, 'REQUEST', TITOLARE),
  'passa-titolare': inviteIcs({ ...ALTROVE, sequence: 3 }, 'CANCEL', TITOLARE),
  'passa-supplente': inviteIcs({ ...ALTROVE, sequence: 3 }, 'REQUEST', { ...SUPPLENTE, role: 'REQ-PARTICIPANT' }),
  annulla: inviteIcs(later(4, {}), 'CANCEL', TITOLARE),
  riconvoca: inviteIcs(later(5, { inizio: aRoma('2026-11-03T16:00'), fine: aRoma('2026-11-03T18:00') }), 'REQUEST', TITOLARE),
  feed: feedIcs(
    {
      nome: 'Tavolo Disabilità, autonomia; casa',
      descrizione: 'Gli incontri del tavolo.\nSi aggiorna da solo.',
      url: 'https://tavoli.test/cal/valle/disabilita.ics',
      refreshMinutes: 60,
    },
    ATTORNO_AI_CAMBI_D_ORA.map(feedEvent),
  ),
  'feed-vuoto': feedIcs({ nome: 'I miei Tavoli Tematici', descrizione: '', url: null, refreshMinutes: 90 }, []),
});
