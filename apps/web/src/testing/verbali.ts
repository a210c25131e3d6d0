import type { Documento, Problem, SezioneView, VerbalePubblicoView, VerbaleRigaView, VerbaleView } from '@tavoli/shared';
import { ProblemError } from '../app/api/problem-error';
import { MINORI } from './incontri';

/** A text of so many paragraphs. */
export const testo = (...paragrafi: string[]): Documento => ({
  type: 'doc',
  content: paragrafi.map(text => (text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] })),
});

export const sezione = (change: Partial<SezioneView> = {}): SezioneView => ({
  id: 'aaaaaaaa-1111-4111-8111-111111111111',
  tipo: 'punto',
  puntoId: 'p2',
  titolo: 'Le famiglie numerose',
  documento: testo('Si discute.'),
  decisioni: [],
  impegni: [],
  quorum: null,
  version: 1,
  aggiornataAt: null,
  aggiornataDa: null,
  tenutaDa: null,
  ...change,
});

export const rigaVerbale = (change: Partial<VerbaleRigaView> = {}): VerbaleRigaView => ({
  id: '44444444-4444-4444-8444-444444444444',
  stato: 'pubblicato',
  numero: { numero: 3, anno: 2026 },
  incontro: { id: '33333333-3333-4333-8333-333333333333', titolo: 'Bisogni delle famiglie', inizioAt: '2026-11-23T15:00:00Z' },
  tavoli: [MINORI],
  pubblicatoAt: '2026-12-01T09:00:00Z',
  rettifica: null,
  rettificatoDa: null,
  ...change,
});

const SEDE = { nome: 'Castello Ducale', indirizzo: 'Piazza Inventata 1', accessibile: true };

export const verbale = (change: Partial<VerbaleView> = {}): VerbaleView => ({
  ...rigaVerbale({ stato: 'bozza', numero: null, pubblicatoAt: null }),
  sede: SEDE,
  fineAt: '2026-11-23T17:00:00Z',
  orari: null,
  anticipo: null,
  quorum: { posti: 2, presenti: 1, richiesti: 1, raggiunto: true },
  posti: [
    {
      ente: 'Il Ponte',
      tavolo: 'Minori',
      veste: 'componente',
      convocato: true,
      titolare: 'Tina Uno',
      supplente: 'Sara Due',
      stato: 'supplente',
    },
  ],
  ospiti: [],
  sezioni: [sezione()],
  correzioni: [],
  revisioneFinoAt: null,
  motivazione: null,
  azioni: ['invia_in_revisione'],
  puoScrivere: true,
  puoProporre: false,
  puoRettificare: false,
  rettificaInCorso: null,
  giorniRevisione: 7,
  attese: [],
  avvisiPrivacy: [],
  pubblicazione: null,
  storia: [],
  version: 1,
  ...change,
});

export const pubblico = (change: Partial<VerbalePubblicoView> = {}): VerbalePubblicoView => ({
  ...rigaVerbale(),
  sede: SEDE,
  fineAt: '2026-11-23T17:00:00Z',
  orari: null,
  anticipo: null,
  quorum: { posti: 2, presenti: 1, richiesti: 1, raggiunto: true },
  presenti: [
    { ente: 'Il Ponte', tavolo: 'Minori', presente: 'supplente' },
    { ente: 'La Rete', tavolo: 'Minori', presente: null },
  ],
  sezioni: [
    {
      id: 's1',
      tipo: 'punto',
      titolo: 'Le famiglie numerose',
      documento: testo('Si discute.'),
      quorum: null,
      decisioni: [{ testo: 'Aprire lo sportello.', modo: 'maggioranza', favorevoli: 7, contrari: 1, astenuti: 0 }],
      impegni: [{ testo: 'Scrivere il bando', chi: 'Ufficio di piano', entro: '2026-12-31' }],
    },
  ],
  pubblicazione: {
    at: '2026-12-01T09:00:00Z',
    sha256: 'ab'.repeat(32),
    oscuratoAt: null,
    bytes: 20_480,
    numeroDiRegistro: { numero: 12, anno: 2026 },
  },
  ...change,
});

export const rifiuto = (fields: Partial<Problem>): ProblemError =>
  new ProblemError({ type: '', status: 400, code: 'richiesta.non_valida', title: 'No.', ...fields });
