import type { IncontroDalVivoView } from '@tavoli/shared';
import { TestBed } from '@angular/core/testing';
import { incontro, riga } from '../../../testing/incontri';
import { network, open } from '../../../testing/page';
import { IncontroPage } from './incontro-page';
import { daQuando, daSeguire, raccontato } from './dal-vivo.parole';
import { SchermoPage } from './schermo-page';

const { id, titolo, inizioAt, fineAt, tavoli } = riga();
const BASE = `/api/v1/ambiti/ambito/incontri/${id}`;
const DIECI = '2026-11-23T09:05:00.000Z';
const QUORUM = { posti: 12, presenti: 7, richiesti: 7, raggiunto: true };

const dalVivo = (change: Partial<IncontroDalVivoView> = {}): IncontroDalVivoView => ({
  id,
  titolo,
  inizioAt,
  fineAt,
  tavoli,
  stato: 'in_corso',
  apertoAt: DIECI,
  chiusoAt: null,
  punti: [
    { id: 'p1', titolo: 'Apertura', minuti: 10, iniziatoAt: DIECI, soloDiscussione: false },
    { id: 'p2', titolo: 'Le famiglie numerose', minuti: 65, iniziatoAt: null, soloDiscussione: false },
  ],
  puntoCorrente: 'p1',
  puntoDal: DIECI,
  quorum: QUORUM,
  ...change,
});

afterEach(() => document.body.replaceChildren());

describe('An incontro as it goes on, in words', () => {
  it('says since when a punto is discussed and how long was foreseen; that it was taken up again', () => {
    const [punto] = dalVivo().punti;
    if (!punto) throw new Error('An agenda has punti.');
    expect(daQuando(punto, DIECI)).toBe('Si discute dalle ore 10:05. Previsti 10 minuti.');
    expect(daQuando({ ...punto, minuti: 1 }, DIECI)).toBe('Si discute dalle ore 10:05. Previsto 1 minuto.');
    expect(daQuando({ ...punto, minuti: null }, DIECI)).toBe('Si discute dalle ore 10:05.');
    expect(daQuando(punto, '2026-11-23T10:20:00.000Z')).toBe('Ripreso alle ore 11:20.');
  });

  it('tells who listens the punto, the number that is reached or lost, the end; and nothing of each tap', () => {
    const dopo = (change: Partial<IncontroDalVivoView>) => raccontato(dalVivo(), dalVivo(change));
    expect(dopo({ puntoCorrente: 'p2' })).toBe('Ora si discute il punto 2: Le famiglie numerose.');
    expect(dopo({ quorum: { ...QUORUM, presenti: 8 } })).toBeNull();
    expect(dopo({ quorum: { ...QUORUM, presenti: 6, raggiunto: false } })).toBe(
      'Presenti 6 posti su 12: numero legale non raggiunto (ne servono 7).',
    );
    expect(dopo({ stato: 'svolto', puntoCorrente: null })).toBe('L’incontro è finito: il verbale sarà pubblicato qui.');
  });

  it('is followed while it goes on, and from some hours before it begins', () => {
    const quando = (stato: IncontroDalVivoView['stato'], ore: number) =>
      daSeguire({ stato, inizioAt }, new Date(new Date(inizioAt).getTime() - ore * 3_600_000));
    expect([quando('in_corso', -30), quando('convocato', 3), quando('convocato', 30), quando('svolto', 0), quando('annullato', 1)]).toEqual(
      [true, true, false, false, false],
    );
  });
});

describe('What the public sees of it', () => {
  const schermo = (view: IncontroDalVivoView) =>
    open(
      SchermoPage,
      `/ambito/incontri/${id}/schermo`,
      network({ [`GET ${BASE}/dal-vivo`]: { body: view } }),
      ':ambito/incontri/:incontro/schermo',
    );

  it('the screen in the room says what is discussed, the number and what comes next', async () => {
    const { host, text } = await schermo(dalVivo());
    expect(host.querySelector('h1')?.textContent).toBe(titolo);
    for (const words of [
      'Punto 1 di 2',
      'Apertura',
      'Si discute dalle ore 10:05. Previsti 10 minuti.',
      'Presenti 7 posti su 12: numero legale raggiunto (ne servono 7)',
      '2. Le famiglie numerose (1 ora e 5 minuti)',
    ])
      expect(text()).toContain(words);
  });

  it.each([
    ['convocato', 'Comincia lunedì 23 novembre 2026, ore 16:00'],
    ['svolto', 'L’incontro è finito: il verbale sarà pubblicato qui.'],
    ['annullato', 'Questo incontro è annullato'],
  ] as const)('the screen of one that is %s says so', async (stato, words) => {
    expect((await schermo(dalVivo({ stato, puntoCorrente: null, puntoDal: null, quorum: null }))).text()).toContain(words);
  });

  it('its page shows it too, and once it is over that the verbale is to come', async () => {
    let finito = false;
    const net = network({
      'GET /api/v1/sessione': { body: { account: null, amministratore: false, incarichi: [], enti: [], tavoli: [] } },
      [`GET ${BASE}`]: () => ({ body: incontro({ stato: finito ? 'svolto' : 'in_corso' }) }),
      [`GET ${BASE}/dal-vivo`]: () => ({ body: dalVivo(finito ? { stato: 'svolto', puntoCorrente: null, puntoDal: null } : {}) }),
      [`GET /api/v1/ambiti/ambito/verbali?incontro=${id}`]: { body: { items: [], next: null } },
    });
    const aperta = await open(IncontroPage, `/ambito/incontri/${id}`, net, ':ambito/incontri/:incontro');
    expect(aperta.text()).toContain('In corso adesso1. Apertura');
    finito = true;
    document.body.replaceChildren();
    TestBed.resetTestingModule();
    const dopo = await open(IncontroPage, `/ambito/incontri/${id}`, net, ':ambito/incontri/:incontro');
    expect(dopo.text()).toContain('L’incontro è finito: il verbale sarà pubblicato qui.');
  });
});
