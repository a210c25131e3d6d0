import { TestBed } from '@angular/core/testing';
import type { IncontroView, PostoView, PresenzeView, SezioneView, VerbaleView, VocePresenza } from '@tavoli/shared';
import { dialogs } from '../../../testing/dialog';
import { incontro, MINORI } from '../../../testing/incontri';
import { network, open, type Reply } from '../../../testing/page';
import { sezione, testo, verbale } from '../../../testing/verbali';
import { ConduciPage } from './conduci-page';

const ID = '33333333-3333-4333-8333-333333333333';
const API = '/api/v1/ambiti/ambito';
const BASE = `${API}/incontri/${ID}`;
const CREA = `${BASE}/verbale`;
const VERBALE = `${API}/verbali/${verbale().id}`;
const parti = (...change: Partial<SezioneView>[]): SezioneView[] =>
  ['p1', 'p2'].map((puntoId, i) =>
    sezione({ id: `aaaaaaaa-0000-4000-8000-00000000000${i + 1}`, puntoId, titolo: puntoId, documento: testo(''), ...change[i] }),
  );
const nato = (...change: Partial<SezioneView>[]): VerbaleView => verbale({ sezioni: parti(...change) });
const [UNO = '', DUE = ''] = parti().map(({ id }) => `${VERBALE}/sezioni/${id}`);
const SESSIONE = {
  account: { id: '1', nome: 'Rita', cognome: 'Inventata', email: 'rita@esempio.it' },
  amministratore: false,
  incarichi: [
    {
      ruolo: 'referente',
      ambito: { id: 'a', slug: 'ambito', nome: 'Ambito', parole: {} },
      tavolo: { id: MINORI.id, slug: MINORI.slug, nome: MINORI.nome },
      incontro: null,
    },
  ],
  enti: [],
  tavoli: [],
};

const posto = (n: number, change: Partial<PostoView> = {}): PostoView => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  tavolo: 'Minori',
  ente: `Ente ${n}`,
  veste: 'componente',
  convocato: true,
  titolare: `Tina ${n}`,
  supplente: `Sara ${n}`,
  risposta: 'si',
  stato: null,
  rilevataDa: null,
  rilevataAt: null,
  ...change,
});

/** An API that keeps presences, the punto under discussion and the parts of a verbale, which there is only once it was made. */
function api(change: Partial<IncontroView> = {}, altre: Record<string, Reply | (() => Reply)> = {}, posti = [posto(1), posto(2)]) {
  let view = incontro({ id: ID, stato: 'in_corso', apertoAt: '2026-11-23T15:00:00Z', puoRilevare: true, azioni: ['chiudi'], ...change });
  let salvati = posti;
  const presenze = (): PresenzeView => {
    const presenti = salvati.filter(p => p.stato === 'titolare' || p.stato === 'supplente').length;
    const quorum = { posti: posti.length, presenti, richiesti: 2, raggiunto: presenti >= 2 };
    return { incontroId: ID, stato: view.stato, quorum, posti: salvati, ospiti: [], puntoCorrente: view.puntoCorrente, version: 1 };
  };
  const net = network({
    'GET /api/v1/sessione': { body: SESSIONE },
    [`GET ${BASE}`]: () => ({ body: view }),
    [`GET ${BASE}/presenze`]: () => ({ body: presenze() }),
    [`GET ${API}/verbali?incontro=${ID}`]: { body: { items: [], next: null } },
    [`POST ${CREA}`]: { body: nato() },
    [`GET ${VERBALE}`]: { body: nato() },
    [`POST ${UNO}/tenuta`]: { body: parti({ tenutaDa: { nome: 'Rita', tua: true } })[0] },
    [`POST ${DUE}/tenuta`]: { body: parti({}, { tenutaDa: { nome: 'Rita', tua: true } })[1] },
    [`PUT ${UNO}`]: { body: parti({ version: 2 })[0] },
    [`PUT ${DUE}`]: { body: parti({}, { version: 2 })[1] },
    [`POST ${BASE}/punto`]: () => {
      const { puntoId, at } = net.sent('POST', `${BASE}/punto`).at(-1) as { puntoId: string | null; at: string };
      const punti = view.punti.map(p => (p.id === puntoId ? { ...p, iniziatoAt: p.iniziatoAt ?? at } : p));
      view = { ...view, punti, puntoCorrente: puntoId, puntoDal: puntoId === null ? null : at };
      return { body: view };
    },
    [`POST ${BASE}/presenze`]: () => {
      const { voci } = net.sent('POST', `${BASE}/presenze`).at(-1) as { voci: VocePresenza[] };
      salvati = salvati.map(p => ({ ...p, stato: voci.find(v => v.postoId === p.id)?.stato ?? p.stato }));
      return { body: { presenze: presenze(), conflitti: [] } };
    },
    ...altre,
  });
  return { net, stati: () => salvati.map(p => p.stato) };
}

async function apri(server: ReturnType<typeof api>) {
  const page = await open(ConduciPage, `/ambito/area/incontri/${ID}/conduci`, server.net, ':ambito/area/incontri/:incontro/conduci');
  const inVista = () => [...page.host.querySelectorAll<HTMLElement>('app-verbale-dei-punti > div')].find(d => !d.hidden);
  const finche = async (vero: () => boolean) => {
    for (let i = 0; i < 300 && !vero(); i += 1) await new Promise(resolve => setTimeout(resolve, 20));
    await page.settle();
  };
  return {
    ...page,
    inVista,
    finche,
    titolo: () => page.host.querySelector('#titolo-punto')?.textContent?.trim(),
    /** Writes a decision of the punto in sight. */
    async decidi(parole: string) {
      const qui = inVista();
      [...(qui?.querySelectorAll('button') ?? [])].find(b => b.textContent?.trim() === 'Aggiungi una decisione')?.click();
      await page.settle();
      const campo = inVista()?.querySelector('textarea');
      if (!campo) throw new Error('There is no decision to write.');
      campo.value = parole;
      campo.dispatchEvent(new Event('input', { bubbles: true }));
      await page.settle();
    },
    conferma: async (parole: string) => {
      [...page.host.querySelectorAll<HTMLButtonElement>('dialog[open] button[type=submit]')]
        .find(b => b.textContent?.trim() === parole)
        ?.click();
      await page.settle();
    },
  };
}

const decisione = (parole: string) => ({ testo: parole, modo: 'unanimita', favorevoli: null, contrari: null, astenuti: null });
const collegata = (si: boolean) => {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => si });
  window.dispatchEvent(new Event(si ? 'online' : 'offline'));
};

beforeAll(dialogs);
beforeEach(() => localStorage.clear());
afterEach(() => {
  document.body.replaceChildren();
  Reflect.deleteProperty(navigator, 'onLine');
});

describe('The page of who leads an incontro', () => {
  it('goes on from punto to punto, with the words of each, its time and the focus on it', async () => {
    const server = api();
    const page = await apri(server);
    expect(page.titolo()).toBe('1. Apertura');
    await page.press('Inizia il punto 1');
    await page.finche(() => page.button('Passa al punto 2') !== undefined);
    expect(page.host.querySelector('[role=timer]')?.textContent).toMatch(/^0:0\d$/);
    expect(page.text()).toMatch(/0:0\d su 10 minuti/);
    await page.press('Passa al punto 2');
    expect(page.titolo()).toBe('2. Le famiglie numerose');
    expect(document.activeElement?.id).toBe('titolo-punto');
    expect(page.button('Riprendi')).toBeDefined();
    await page.finche(() => server.net.sent('POST', `${BASE}/punto`).length === 2);
    await page.press('Concludi il punto');
    expect(page.text()).toContain('Tutti i punti sono stati trattati: puoi chiudere l’incontro.');
  });

  it('who only looks makes no verbale; the first words make it, once, and are saved in their part', async () => {
    const server = api({ puntoCorrente: 'p2', puntoDal: '2026-11-23T15:00:00Z' });
    const page = await apri(server);
    page
      .inVista()
      ?.querySelector('button')
      ?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    await page.settle();
    expect(server.net.sent('POST', CREA)).toEqual([]);
    await page.decidi('Aprire lo sportello.');
    await page.finche(() => server.net.sent('PUT', DUE).length > 0);
    expect(server.net.sent('POST', CREA)).toHaveLength(1);
    expect(server.net.sent('PUT', DUE)).toEqual([expect.objectContaining({ decisioni: [decisione('Aprire lo sportello.')] })]);
    expect(server.net.sent('PUT', UNO)).toEqual([]);
    await page.finche(() => !localStorage.length);
    expect(localStorage).toHaveLength(0);
  });

  it('what the verbale is born with stands before what was written, and nobody is asked to choose', async () => {
    const avvertenza = testo('Punto aggiunto dopo.');
    const conAvvertenza = nato({ documento: avvertenza });
    const server = api(
      { puntoCorrente: 'p1', puntoDal: '2026-11-23T15:00:00Z' },
      {
        [`POST ${CREA}`]: { body: conAvvertenza },
        [`GET ${VERBALE}`]: { body: conAvvertenza },
        [`POST ${UNO}/tenuta`]: { body: conAvvertenza.sezioni[0] },
      },
    );
    const page = await apri(server);
    await page.decidi('Si prende atto.');
    await page.finche(() => server.net.sent('PUT', UNO).length > 0);
    expect(server.net.sent('PUT', UNO)).toEqual([{ documento: avvertenza, decisioni: [decisione('Si prende atto.')], impegni: [] }]);
    expect(page.text()).not.toContain('Scegli che cosa tenere');
  });

  it('without network the words of a punto stay, over a reload too, and leave when it is back, whichever punto is in sight', async () => {
    let rete = false;
    const via = { status: 503, body: { type: '', title: 'Il portale non risponde.', code: 'portale.irraggiungibile', status: 503 } };
    const server = api(
      { puntoCorrente: 'p1', puntoDal: '2026-11-23T15:00:00Z' },
      { [`POST ${CREA}`]: () => (rete ? { body: nato() } : via) },
    );
    const prima = await apri(server);
    collegata(false);
    await prima.decidi('Non si perde niente.');
    await prima.finche(() => prima.text().includes('manca la connessione'));
    await prima.press('Passa al punto 2');
    expect(prima.titolo()).toBe('2. Le famiglie numerose');
    expect(prima.text()).toContain('Non tutto è salvato.');
    expect(Object.keys(localStorage).filter(k => k.startsWith('tavoli:bozza:verbale'))).toEqual(['tavoli:bozza:verbale:1:p1']);
    TestBed.resetTestingModule();
    document.body.replaceChildren();
    const dopo = await apri(server);
    expect([dopo.titolo(), dopo.host.querySelector('textarea')?.value]).toEqual(['2. Le famiglie numerose', 'Non si perde niente.']);
    rete = true;
    collegata(true);
    await dopo.finche(() => server.net.sent('PUT', UNO).length > 0);
    expect(server.net.sent('PUT', UNO)).toEqual([expect.objectContaining({ decisioni: [decisione('Non si perde niente.')] })]);
    await dopo.finche(() => !localStorage.length);
    expect(localStorage).toHaveLength(0);
  });

  it('does not go on under the hands of who writes, when others do: it says so', async () => {
    const punti = incontro().punti.map(p => ({ ...p, iniziatoAt: '2026-11-23T15:00:00Z' }));
    const conPunto = (puntoCorrente: string) =>
      incontro({
        id: ID,
        stato: 'in_corso',
        puoRilevare: true,
        azioni: ['chiudi'],
        punti,
        puntoCorrente,
        puntoDal: '2026-11-23T15:00:00Z',
      });
    let corrente = 'p1';
    const page = await apri(api({}, { [`GET ${BASE}`]: () => ({ body: conPunto(corrente) }) }));
    page
      .inVista()
      ?.querySelector('button')
      ?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    corrente = 'p2';
    await page.press('Chiudi l’incontro');
    [...page.host.querySelectorAll<HTMLButtonElement>('dialog[open] button')]
      .find(b => b.textContent?.trim() === 'Torna indietro')
      ?.click();
    await page.finche(() => page.text().includes('Ora si discute il punto 2'));
    expect(page.titolo()).toBe('1. Apertura');
    await page.press('Vai al punto in discussione');
    expect(page.titolo()).toBe('2. Le famiglie numerose');
  });

  it('says who else is writing, and lets it be read only', async () => {
    const altri = nato({ tenutaDa: { nome: 'Carla Altra', tua: false } });
    const server = api(
      { puntoCorrente: 'p1', puntoDal: '2026-11-23T15:00:00Z' },
      { [`GET ${API}/verbali?incontro=${ID}`]: { body: { items: [altri], next: null } }, [`GET ${VERBALE}`]: { body: altri } },
    );
    const page = await apri(server);
    expect(page.host.querySelector('app-odg-conduzione')?.textContent).toContain('Sta scrivendo Carla Altra.');
    expect(page.inVista()?.textContent).toContain('Sta scrivendo Carla Altra.');
    expect(page.inVista()?.textContent).not.toContain('Aggiungi una decisione');
  });

  it('takes all presences at once, but those of who said that they do not come; and finds a seat by its words', async () => {
    const posti = [1, 2, 3, 4, 5, 6].map(n => posto(n, n === 6 ? { risposta: 'no', ente: 'Società Vela' } : {}));
    const server = api({}, {}, posti);
    const page = await apri(server);
    await page.press('Tutti presenti');
    await page.conferma('Segna 5 titolari presenti');
    await page.finche(() => server.stati().filter(s => s === 'titolare').length === 5);
    expect(server.stati()).toEqual([...Array<string>(5).fill('titolare'), null]);
    page.fill('Cerca un ente o una persona', 'societa');
    await page.settle();
    expect([...page.host.querySelectorAll('legend.posto-ente')].map(l => l.textContent?.trim())).toEqual(['Società Vela']);
  });

  it('before it opens there is only that to do; who may not write reads', async () => {
    const server = api({ stato: 'convocato', puoRilevare: false, azioni: ['apri'] });
    const page = await apri(server);
    expect(page.button('Apri l’incontro')).toBeDefined();
    expect(page.host.querySelector('app-verbale-dei-punti')).toBeNull();
  });
});
