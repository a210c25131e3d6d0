import { Router } from '@angular/router';
import { TestBed } from '@angular/core/testing';
import type { IncontroRigaView } from '@tavoli/shared';
import { ANZIANI, MINORI, riga } from '../../../testing/incontri';
import { network, open } from '../../../testing/page';
import { CalendarioPage } from './calendario-page';

const BASE = '/api/v1/ambiti/ambito';
const NOVEMBRE = `${BASE}/incontri?${new URLSearchParams({ da: '2026-10-31T23:00:00.000Z', a: '2026-11-30T23:00:00.000Z' }).toString()}`;

afterEach(() => document.body.replaceChildren());

const calendario = async (query: string, incontri: Record<string, readonly IncontroRigaView[]>) => {
  const lists = Object.entries(incontri).map(([url, items]) => [`GET ${url}`, { body: { items, limit: 500, nextCursor: null } }]);
  const net = network({
    [`GET ${BASE}/tavoli`]: { body: { items: [MINORI, ANZIANI], limit: 100, nextCursor: null } },
    ...Object.fromEntries(lists),
  });
  return { net, page: await open(CalendarioPage, `/ambito/incontri?${query}`, net, ':ambito/incontri') };
};
const cell = (host: HTMLElement, day: string) => host.querySelector(`td time[datetime="${day}"]`)?.closest('td');

describe('The calendar', () => {
  it('shows the month as a table with its weekdays, and each incontro in the cell of its day', async () => {
    const { page } = await calendario('vista=mese&data=2026-11-10', { [NOVEMBRE]: [riga()] });
    expect(page.host.querySelector('caption')?.textContent).toContain('Novembre 2026');
    expect([...page.host.querySelectorAll('th[scope=col]')].map(th => th.textContent)).toEqual([
      'lunedì',
      'martedì',
      'mercoledì',
      'giovedì',
      'venerdì',
      'sabato',
      'domenica',
    ]);
    const monday = cell(page.host, '2026-11-23');
    expect(monday?.cellIndex).toBe(0);
    expect(monday?.textContent).toContain('16:00');
    expect(monday?.querySelector('a')?.getAttribute('href')).toBe(`/ambito/incontri/${riga().id}`);
    expect(cell(page.host, '2026-11-01')?.textContent).toContain('Ognissanti');
  });

  it('shows the week with hours and places', async () => {
    const week = `${BASE}/incontri?${new URLSearchParams({ da: '2026-11-22T23:00:00.000Z', a: '2026-11-29T23:00:00.000Z' }).toString()}`;
    const { page } = await calendario('vista=settimana&data=2026-11-25', { [week]: [riga()] });
    expect(page.text()).toContain('Settimana dal 23 al 29 novembre 2026');
    expect(cell(page.host, '2026-11-23')?.textContent).toMatch(/16:00–18:00.*Castello Ducale, Piazza Inventata 1 e in videochiamata/s);
  });

  it('says in words that an incontro is annullato, and strikes it through', async () => {
    const { page } = await calendario('vista=mese&data=2026-11-10', { [NOVEMBRE]: [riga({ stato: 'annullato' })] });
    expect(cell(page.host, '2026-11-23')?.querySelector('s')?.textContent).toBe('Bisogni delle famiglie');
    expect(cell(page.host, '2026-11-23')?.textContent).toContain('Annullato');
  });

  it('lists an agenda by day, from the day asked for', async () => {
    const agenda = `${BASE}/incontri?${new URLSearchParams({ da: '2026-11-22T23:00:00.000Z', a: '2027-02-22T23:00:00.000Z' }).toString()}`;
    const { page } = await calendario('data=2026-11-23', {
      [agenda]: [riga(), riga({ id: 'altro', titolo: 'Natale insieme', inizioAt: '2026-12-25T09:00:00Z', fineAt: '2026-12-25T10:00:00Z' })],
    });
    expect([...page.host.querySelectorAll('h3 time')].map(h => h.textContent)).toEqual([
      'Lunedì 23 novembre 2026',
      'Venerdì 25 dicembre 2026',
    ]);
    expect(page.text()).toContain('Natale insieme');
    expect(page.host.querySelector('#giorno-2026-12-25')?.textContent).toContain('Natale');
    expect(page.host.querySelector('table')).toBeNull();
  });

  it('asks for one tavolo by its id, and says whose incontri these are', async () => {
    const { page } = await calendario('vista=mese&data=2026-11-10&tavolo=anziani', {
      [`${NOVEMBRE}&tavolo=${ANZIANI.id}`]: [riga({ tavoli: [ANZIANI] })],
    });
    expect(page.text()).toContain('Incontri del tavolo Anziani');
    expect(page.host.querySelector('app-iscriviti-calendario a[href$=".atom"]')?.getAttribute('href')).toBe('/cal/ambito/anziani.atom');
    expect(page.host.querySelector<HTMLInputElement>('app-copia-testo input')?.value).toMatch(/\/cal\/ambito\/anziani\.ics$/);
  });

  it('works by links and by a plain form: what is chosen stays in the address', async () => {
    const { page } = await calendario('vista=mese&data=2026-11-10', { [NOVEMBRE]: [riga()] });
    const to = (name: string) => [...page.host.querySelectorAll('a')].find(a => a.textContent?.trim() === name)?.getAttribute('href');
    expect(to('Mese successivo')).toBe('/ambito/incontri?vista=mese&data=2026-12-01');
    expect(to('Mese precedente')).toBe('/ambito/incontri?vista=mese&data=2026-10-01');
    expect(to('Oggi')).toBe('/ambito/incontri?vista=mese');
    expect(to('Settimana')).toBe('/ambito/incontri?vista=settimana&data=2026-11-10');
    const form = page.host.querySelector('form');
    expect([form?.method, form?.getAttribute('action')]).toEqual(['get', '/ambito/incontri']);
    expect([...new FormData(form ?? undefined).entries()]).toEqual([
      ['vista', 'mese'],
      ['data', '2026-11-10'],
      ['tavolo', ''],
    ]);
  });

  it('filters without loading the page again', async () => {
    const { page } = await calendario('vista=mese&data=2026-11-10', { [NOVEMBRE]: [riga()], [`${NOVEMBRE}&tavolo=${MINORI.id}`]: [] });
    const select = page.host.querySelector('select');
    if (select) select.value = 'minori';
    await page.press('Mostra');
    expect(TestBed.inject(Router).url).toBe('/ambito/incontri?vista=mese&data=2026-11-10&tavolo=minori');
    expect(page.text()).toContain('Nessun incontro in questo periodo');
    expect(page.text()).toContain('togli il filtro sul tavolo');
  });

  it('falls back to today and to the agenda when the address says nonsense', async () => {
    const { page } = await calendario('vista=decennio&data=domani&tavolo=nessuno', {});
    expect(page.host.querySelector('[aria-label="Vista del calendario"] [aria-current=true]')?.textContent).toBe('Agenda');
    expect(page.host.querySelector('[aria-label="Cambia periodo"] [aria-current=date]')?.textContent).toBe('Oggi');
  });
});

describe('The box to subscribe', () => {
  it('offers the programs of the computer, Google and Outlook by links alone', async () => {
    const { net, page } = await calendario('vista=mese&data=2026-11-10', { [NOVEMBRE]: [] });
    const href = (name: string) =>
      [...page.host.querySelectorAll('app-iscriviti-calendario a')].find(a => a.textContent === name)?.getAttribute('href') ?? '';
    expect(href('Telefono o computer')).toBe(`webcal://${location.host}/cal/ambito.ics`);
    expect(new URL(href('Google Calendar')).searchParams.get('cid')).toBe(`webcal://${location.host}/cal/ambito.ics`);
    expect(new URL(href('Outlook')).searchParams.get('url')).toBe(`${location.origin}/cal/ambito.ics`);
    expect(net.calls.map(({ url }) => url).filter(url => !url.startsWith('/api/'))).toEqual([]);
  });
});
