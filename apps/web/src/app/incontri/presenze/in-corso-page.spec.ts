import type { IncontroView, PresenzeView } from '@tavoli/shared';
import { incontro } from '../../../testing/incontri';
import { network, open, problem, type Reply } from '../../../testing/page';
import { InCorsoPage } from './in-corso-page';

const ID = '33333333-3333-4333-8333-333333333333';
const BASE = `/api/v1/ambiti/ambito/incontri/${ID}`;

const presenze = (): PresenzeView => ({
  incontroId: ID,
  stato: 'in_corso',
  quorum: { posti: 2, presenti: 1, richiesti: 2, raggiunto: false },
  ospiti: [{ id: 'o', nome: 'Uditrice Curiosa', per: null }],
  puntoCorrente: 'p1',
  version: 1,
  posti: [
    {
      id: 'a',
      tavolo: 'Minori',
      ente: 'Il Ponte',
      veste: 'componente',
      convocato: true,
      titolare: 'Tina Uno',
      supplente: 'Sara Due',
      risposta: 'si',
      stato: 'supplente',
      rilevataDa: 'Rita',
      rilevataAt: null,
    },
    {
      id: 'b',
      tavolo: 'Minori',
      ente: 'La Rete',
      veste: 'componente',
      convocato: true,
      titolare: 'Nina Tre',
      supplente: null,
      risposta: 'no',
      stato: 'assente',
      rilevataDa: 'Rita',
      rilevataAt: null,
    },
  ],
});

const discussione = (change: Partial<IncontroView> = {}) => {
  const [primo, secondo] = incontro().punti;
  if (!primo || !secondo) throw new Error('An agenda has two punti.');
  return incontro({
    id: ID,
    stato: 'in_corso',
    puntoCorrente: 'p1',
    punti: [{ ...primo, iniziatoAt: new Date().toISOString() }, secondo],
    ...change,
  });
};

const apri = (view: IncontroView, altre: Record<string, Reply> = {}) =>
  open(
    InCorsoPage,
    `/ambito/area/incontri/${ID}/in-corso`,
    network({ [`GET ${BASE}`]: { body: view }, [`GET ${BASE}/presenze`]: { body: presenze() }, ...altre }),
    ':ambito/area/incontri/:incontro/in-corso',
  );

afterEach(() => document.body.replaceChildren());

describe('The page of an incontro in corso', () => {
  it('says what is discussed, for how long, what comes next, the quorum and who is there', async () => {
    const { host, text } = await apri(discussione());
    expect(host.querySelector('[role=timer]')?.textContent).toMatch(/^Restano (9 min e 5\d|10 min e 00) s$/);
    expect(host.querySelector('[aria-current=step]')?.textContent).toContain('1. Apertura');
    for (const words of [
      'Prossimo · 65 minuti · Rachele Finta',
      'Presente 1 posto su 2: numero legale non raggiunto (ne servono 2)',
      'Sara Due, supplente',
      'Ospiti: Uditrice Curiosa',
    ])
      expect(text()).toContain(words);
    expect(text()).not.toContain('La Rete');
  });

  it('does without the presences for who may not read them', async () => {
    const { host, text } = await apri(discussione(), {
      [`GET ${BASE}/presenze`]: problem({ status: 403, code: 'accesso.negato', title: 'No.' }),
    });
    expect(text()).toContain('Ora si discute');
    expect(text()).not.toContain('Chi è presente');
    expect(host.querySelector('[role=alert]')).toBeNull();
  });

  it.each([
    ['convocato', 'L’incontro non è ancora cominciato'],
    ['svolto', 'L’incontro è finito.'],
    ['annullato', 'Questo incontro è annullato'],
  ] as const)('%s: «%s»', async (stato, words) => {
    const { host, text } = await apri(discussione({ stato, puntoCorrente: null }));
    expect(text()).toContain(words);
    expect(host.querySelector('[role=timer]')).toBeNull();
  });
});
