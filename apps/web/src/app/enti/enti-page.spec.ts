import type { ConteggiView, EnteRigaView, EsitiInsiemeView } from '@tavoli/shared';
import { network, open, type Reply } from '../../testing/page';
import { dialogs } from '../../testing/dialog';
import { EntiPage } from './enti-page';

const AMBITO = { id: '11111111-1111-4111-8111-111111111111', slug: 'x', nome: 'Prova' };
const SESSIONE = {
  account: { id: 'a1', nome: 'Ugo', cognome: 'Campione', email: 'ugo@esempio.it' },
  amministratore: false,
  incarichi: [{ ruolo: 'ufficio_di_piano', ambito: AMBITO, tavolo: null, incontro: null }],
  enti: [],
  tavoli: [],
};
const BASE = '/api/v1/ambiti/x/enti';

const ente = (n: number, fields: Partial<EnteRigaView> = {}): EnteRigaView => ({
  id: `e${n}`,
  denominazione: `Associazione ${n}`,
  naturaGiuridica: 'aps',
  codiceFiscale: '90000000001',
  comune: 'Cassano',
  stato: 'in_verifica',
  creatoAt: '2026-11-01T10:00:00Z',
  altreRegistrazioni: 0,
  conStatuto: true,
  azioni: ['verifica', 'respingi'],
  version: 1,
  ...fields,
});
const VERIFICATO = ente(3, { stato: 'verificato', azioni: ['sospendi'] });

const conteggi: ConteggiView = {
  totale: 120,
  filtri: {
    stato: [
      { valore: 'verificato', nome: null, n: 1 },
      { valore: 'in_verifica', nome: null, n: 119 },
    ],
    natura: [{ valore: 'aps', nome: null, n: 120 }],
    comune: [{ valore: 'Cassano', nome: null, n: 120 }],
    statuto: [{ valore: 'si', nome: null, n: 120 }],
  },
};
const esiti = (...items: [string, string | null][]): Reply => ({
  body: {
    items: items.map(([id, perche]) => ({ id, esito: perche === null ? 'fatto' : 'ente.altro_verificato', perche })),
  } satisfies EsitiInsiemeView,
});

async function apri(replies: Record<string, Reply | (() => Reply)> = {}, query = '') {
  const net = network({
    'GET /api/v1/sessione': { body: SESSIONE },
    [`GET ${BASE}${query}`]: { body: { items: [ente(1), ente(2), VERIFICATO], limit: 50, nextCursor: 'altri' } },
    [`GET ${BASE}/conteggi${query}`]: { body: conteggi },
    ...replies,
  });
  const page = await open(EntiPage, `/x/area/enti${query}`, net, ':ambito/area/enti');
  const riga = (nome: string) => [...page.host.querySelectorAll('tbody tr')].find(r => r.textContent?.includes(nome)) as HTMLElement;
  const casella = (nome: string) => page.host.querySelector<HTMLInputElement>(`input[aria-label="Scegli ${nome}"]`);
  return { ...page, net, riga, casella };
}

describe('The enti as a table', () => {
  beforeAll(dialogs);
  beforeEach(() => localStorage.clear());

  it('is a table with its headings, how many there are, and every value of a filter with its count', async () => {
    const { host } = await apri();
    expect([...host.querySelectorAll('th[scope="col"]')].map(th => th.textContent?.trim())).toEqual([
      'Scelta',
      'Ente',
      'Natura giuridica',
      'Comune',
      'Stato',
      'Registrato',
      'Che cosa puoi fare',
    ]);
    expect(host.querySelectorAll('th[scope="row"]')).toHaveLength(3);
    expect(host.querySelector('[role="status"]')?.textContent).toContain('120 enti');
    const stato = [...host.querySelectorAll('select')][0];
    expect([...(stato?.options ?? [])].map(o => o.textContent?.trim())).toEqual(['Tutti gli stati', 'In verifica (119)', 'Verificato (1)']);
  });

  it('a heading that is pressed orders the list, then the other way; the address keeps it', async () => {
    const { host, button, settle, url, net } = await apri();
    expect(host.querySelector('th[aria-sort="descending"]')?.textContent?.trim()).toBe('Registrato');
    button('Ente')?.click();
    await settle();
    expect(url()).toBe('/x/area/enti?ordina=denominazione&verso=asc');
    expect(net.sent('GET', `${BASE}?ordina=denominazione&verso=asc`)).toHaveLength(1);
    expect(net.sent('GET', `${BASE}/conteggi?ordina=denominazione&verso=asc`)).toEqual([]);
    button('Ente')?.click();
    await settle();
    expect(url()).toBe('/x/area/enti?ordina=denominazione&verso=desc');
    expect(host.querySelector('th[aria-sort="descending"]')?.textContent?.trim()).toBe('Ente');
  });

  it('several are verified by one act that first says which, and which not and why', async () => {
    const { casella, button, settle, host, net, riga } = await apri({
      [`POST ${BASE}/verifiche/anteprima`]: esiti(['e1', null], ['e2', 'C’è già un ente verificato con questo codice fiscale.']),
      [`POST ${BASE}/verifiche`]: esiti(['e1', null]),
    });
    for (const nome of ['Associazione 1', 'Associazione 2', 'Associazione 3']) casella(nome)?.click();
    await settle();
    button('Verifica i 3 enti scelti')?.click();
    await settle();
    const dialog = host.querySelector('dialog[open]');
    expect(dialog?.querySelector('h2')?.textContent).toBe('Verificare 1 ente?');
    expect([...(dialog?.querySelectorAll('li') ?? [])].map(li => li.textContent?.trim())).toEqual([
      'Associazione 1',
      'Associazione 2: C’è già un ente verificato con questo codice fiscale.',
      'Associazione 3: verificato, non aspetta la verifica.',
    ]);
    expect(net.sent('POST', `${BASE}/verifiche/anteprima`)).toEqual([
      {
        enti: [
          { id: 'e1', version: 1 },
          { id: 'e2', version: 1 },
        ],
      },
    ]);
    expect(net.sent('POST', `${BASE}/verifiche`)).toEqual([]);
    dialog?.querySelector<HTMLButtonElement>('button[type="submit"]')?.click();
    await settle();
    expect(net.sent('POST', `${BASE}/verifiche`)).toEqual([{ enti: [{ id: 'e1', version: 1 }] }]);
    expect(casella('Associazione 1')?.checked).toBe(false);
    expect(casella('Associazione 2')?.checked).toBe(true);
    expect(riga('Associazione 1')).toBeDefined();
  });

  it('all that match are chosen, those that nobody has loaded too', async () => {
    const altri = Array.from({ length: 117 }, (_, i) => ente(i + 4));
    const { host, button, settle } = await apri({
      [`GET ${BASE}?limit=100`]: { body: { items: [ente(1), ente(2), VERIFICATO, ...altri.slice(0, 97)], limit: 100, nextCursor: 'b' } },
      [`GET ${BASE}?limit=100&cursor=b`]: { body: { items: altri.slice(97), limit: 100, nextCursor: null } },
    });
    host.querySelector<HTMLInputElement>('.bulk-all input')?.click();
    await settle();
    button('Scegli tutte le 120 righe')?.click();
    await settle();
    expect(button('Verifica i 120 enti scelti')).toBeDefined();
  });

  it('what narrows it leaves nothing chosen, and the file is of what is shown', async () => {
    const { casella, host, settle, url, button } = await apri();
    casella('Associazione 1')?.click();
    await settle();
    const stato = [...host.querySelectorAll('select')][0] as HTMLSelectElement;
    stato.value = 'verificato';
    stato.dispatchEvent(new Event('change'));
    await settle();
    expect(url()).toBe('/x/area/enti?stato=verificato');
    expect([...host.querySelectorAll('a[download]')].map(a => a.getAttribute('href'))).toEqual([
      `${BASE}/elenco.xlsx?stato=verificato`,
      `${BASE}/elenco.csv?stato=verificato`,
    ]);
    expect(button('Verifica l’ente scelto')).toBeUndefined();
  });

  it('a view is given a name, is found again in this browser, and is taken away', async () => {
    const { fill, button, settle, host } = await apri({}, '?stato=in_verifica');
    fill('Nome di questa vista', 'Da verificare');
    button('Salva la vista')?.click();
    await settle();
    const vista = host.querySelector<HTMLAnchorElement>('.tabella-viste a');
    expect([vista?.textContent, vista?.getAttribute('href')]).toEqual(['Da verificare', '/x/area/enti?stato=in_verifica']);
    expect(Object.keys(localStorage).filter(k => k.startsWith('tavoli:viste:a1:'))).toHaveLength(1);
    button('Togli la vista Da verificare')?.click();
    await settle();
    expect(host.querySelector('.tabella-viste a')).toBeNull();
  });
});
