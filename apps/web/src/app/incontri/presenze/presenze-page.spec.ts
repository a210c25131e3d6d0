import { TestBed } from '@angular/core/testing';
import type { PostoView, PresenzeView, StatoPresenza, VocePresenza } from '@tavoli/shared';
import { incontro } from '../../../testing/incontri';
import { dialogs } from '../../../testing/dialog';
import { network, open, problem, type Reply } from '../../../testing/page';
import { Annunci } from '../../ui/annunci';
import { PresenzePage } from './presenze-page';

const ID = '33333333-3333-4333-8333-333333333333';
const BASE = `/api/v1/ambiti/ambito/incontri/${ID}`;
const RILEVA = `POST ${BASE}/presenze`;

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

/** An API that keeps presences, and refuses what was changed meanwhile, as the real one does. */
function api(posti: PostoView[], altre: Record<string, Reply | (() => Reply)> = {}) {
  let salvati = posti;
  const presenze = (): PresenzeView => {
    const presenti = salvati.filter(p => p.stato === 'titolare' || p.stato === 'supplente').length;
    return {
      incontroId: ID,
      stato: 'in_corso',
      quorum: { posti: posti.length, presenti, richiesti: 2, raggiunto: presenti >= 2 },
      posti: salvati,
      ospiti: [],
      puntoCorrente: null,
      version: 1,
    };
  };
  const net = network({
    [`GET ${BASE}`]: { body: incontro({ id: ID, stato: 'in_corso', puoRilevare: true, azioni: ['chiudi'] }) },
    [`GET ${BASE}/presenze`]: () => ({ body: presenze() }),
    [`POST ${BASE}/punto`]: { body: incontro({ id: ID, stato: 'in_corso', puoRilevare: true, azioni: ['chiudi'], puntoCorrente: 'p1' }) },
    [RILEVA]: () => {
      const { voci } = net.sent('POST', `${BASE}/presenze`).at(-1) as { voci: VocePresenza[] };
      const conflitti = voci.flatMap(voce => {
        const attuale = salvati.find(p => p.id === voce.postoId)?.stato ?? null;
        if (attuale === voce.prima) scrivi(voce.postoId, voce.stato, 'Rita Inventata');
        return attuale === voce.prima || attuale === voce.stato
          ? []
          : [{ postoId: voce.postoId, chiesto: voce.stato, attuale, da: 'Carla Altra' }];
      });
      return { body: { presenze: presenze(), conflitti } };
    },
    ...altre,
  });
  const scrivi = (id: string, stato: StatoPresenza | null, rilevataDa: string) =>
    (salvati = salvati.map(p => (p.id === id ? { ...p, stato, rilevataDa, rilevataAt: new Date().toISOString() } : p)));
  return { net, scrivi, stato: (n: number) => salvati[n - 1]?.stato };
}

async function apri(server: ReturnType<typeof api>) {
  const page = await open(PresenzePage, `/ambito/area/incontri/${ID}/presenze`, server.net, ':ambito/area/incontri/:incontro/presenze');
  const radio = (ente: string, stato: StatoPresenza) => {
    const gruppo = [...page.host.querySelectorAll('fieldset')].find(f => f.querySelector('legend')?.textContent?.includes(ente));
    return gruppo?.querySelector<HTMLInputElement>(`input[value=${stato}]`);
  };
  const coda = () => page.host.querySelector('[data-testid=coda]')?.textContent;
  return {
    ...page,
    radio,
    coda,
    quorum: () => page.host.querySelector('[role=status][aria-live=polite]')?.textContent?.trim(),
    async tocca(ente: string, stato: StatoPresenza) {
      radio(ente, stato)?.click();
      await new Promise(resolve => setTimeout(resolve));
    },
    /** Until the words of the queue are these. */
    async codaDice(words: string) {
      for (let i = 0; i < 200 && coda() !== words; i += 1) await new Promise(resolve => setTimeout(resolve, 20));
      expect(coda()).toBe(words);
    },
  };
}

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

describe('The page of the presences', () => {
  it('counts a tap at once, in words, and then saves it', async () => {
    const server = api([posto(1), posto(2), posto(3, { supplente: null })]);
    const page = await apri(server);
    expect(page.quorum()).toBe('Presenti 0 posti su 3: numero legale non raggiunto (ne servono 2)');
    expect(page.radio('Ente 3', 'supplente')).toBeNull();
    await page.tocca('Ente 1', 'titolare');
    await page.tocca('Ente 2', 'supplente');
    expect(page.quorum()).toBe('Presenti 2 posti su 3: numero legale raggiunto (ne servono 2)');
    expect(page.coda()).toContain('2 rilevazioni da inviare');
    await page.codaDice('Tutto salvato');
    expect([server.stato(1), server.stato(2), server.net.sent('POST', `${BASE}/presenze`).length]).toEqual(['titolare', 'supplente', 1]);
    expect(localStorage).toHaveLength(0);
  });

  it('goes on without network, keeps the taps over a reload, and sends them when it is back', async () => {
    const server = api([posto(1), posto(2)]);
    const prima = await apri(server);
    collegata(false);
    await prima.tocca('Ente 1', 'assente');
    await prima.codaDice('1 rilevazione da inviare: manca la connessione');
    expect(prima.text()).toContain('restano su questo dispositivo e partono da sole');
    expect(server.net.sent('POST', `${BASE}/presenze`)).toEqual([]);
    TestBed.resetTestingModule();
    document.body.replaceChildren();
    const dopo = await apri(server);
    expect(dopo.radio('Ente 1', 'assente')?.checked).toBe(true);
    collegata(true);
    await dopo.codaDice('Tutto salvato');
    expect(server.stato(1)).toBe('assente');
  });

  it.each([
    ['Tieni la tua', 'titolare'],
    ['Tieni quella salvata', 'giustificato'],
  ] as const)('«%s» ends a conflict, seat by seat', async (scelta, stato) => {
    const server = api([posto(1), posto(2)]);
    const page = await apri(server);
    server.scrivi(posto(1).id, 'giustificato', 'Carla Altra');
    await page.tocca('Ente 1', 'titolare');
    await page.codaDice('1 posto da decidere, cambiato anche da altri');
    expect(page.text()).toContain('La tua: «Presente il titolare». Carla Altra ha salvato: «Assente giustificato».');
    expect(server.stato(1)).toBe('giustificato');
    await page.press(scelta);
    await page.codaDice('Tutto salvato');
    expect([server.stato(1), page.radio('Ente 1', stato)?.checked]).toEqual([stato, true]);
    expect(document.activeElement).toBe(page.radio('Ente 1', stato));
  });

  it('the filter leaves the seats to record, and those just tapped where they are', async () => {
    const page = await apri(api([posto(1, { stato: 'titolare' }), posto(2), posto(3)]));
    page.fill('Solo da rilevare (2)', '');
    await page.tocca('Ente 2', 'assente');
    expect([...page.host.querySelectorAll('legend')].map(l => l.textContent?.trim())).toEqual(['Ente 2', 'Ente 3']);
  });

  it('goes on to a punto without network too, after the taps; closes only once every tap is saved', async () => {
    const server = api([posto(1), posto(2)]);
    const page = await apri(server);
    collegata(false);
    await page.tocca('Ente 1', 'titolare');
    await page.press('Inizia il punto 1');
    expect(server.net.sent('POST', `${BASE}/punto`)).toEqual([]);
    await page.codaDice('1 rilevazione e 1 cambio di punto da inviare: manca la connessione');
    expect(page.text()).toContain('1. Apertura');
    await page.press('Chiudi l’incontro');
    const dialog = [...page.host.querySelectorAll('dialog')].find(d => d.textContent?.includes('Chiudere l’incontro?'));
    expect(dialog?.textContent).toContain('Prima tutto dev’essere salvato.');
    expect(dialog?.querySelector('[type=submit]')).toBeNull();
    collegata(true);
    await page.codaDice('Tutto salvato');
    expect(server.net.sent('POST', `${BASE}/punto`)).toEqual([{ puntoId: 'p1', prima: null, at: expect.any(String) as string }]);
    expect(localStorage).toHaveLength(0);
  });

  it('tells who goes on where somebody else has meanwhile, and writes nothing', async () => {
    const altro = 'Nel frattempo qualcun altro ha cambiato il punto in discussione.';
    const page = await apri(
      api([posto(1)], { [`POST ${BASE}/punto`]: problem({ status: 409, code: 'incontro.punto_cambiato', title: altro }) }),
    );
    await page.press('Inizia il punto 1');
    await page.codaDice('Tutto salvato');
    expect(
      TestBed.inject(Annunci)
        .notices()
        .map(n => n.text),
    ).toEqual([`${altro} Il tuo cambio non è stato scritto.`]);
  });

  it('keeps what the API refuses, says why, and tries again when asked', async () => {
    let rifiuta = true;
    const server: ReturnType<typeof api> = api([posto(1), posto(2)], {
      [RILEVA]: () =>
        rifiuta
          ? problem({ status: 409, code: 'incontro.stato', title: 'In questo stato non si può.' })
          : { body: { presenze: { ...presenzeDi(server) }, conflitti: [] } },
    });
    const page = await apri(server);
    await page.tocca('Ente 1', 'titolare');
    await page.codaDice('1 rilevazione da inviare: il portale non le ha accettate');
    expect(page.text()).toContain('In questo stato non si può.');
    rifiuta = false;
    server.scrivi(posto(1).id, 'titolare', 'Rita Inventata');
    await page.press('Invia ora');
    await page.codaDice('Tutto salvato');
  });
});

const presenzeDi = (server: ReturnType<typeof api>) => ({
  incontroId: ID,
  posti: [1, 2].map(n => posto(n, { stato: server.stato(n) ?? null })),
  ospiti: [],
  quorum: { posti: 2, presenti: 0, richiesti: 2, raggiunto: false },
});
