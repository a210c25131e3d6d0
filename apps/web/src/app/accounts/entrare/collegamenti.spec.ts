import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { network, open, problem } from '../../../testing/page';
import { ConfermaPage } from './conferma-page';
import { LinkPage } from './link-page';
import { NuovaPasswordPage } from '../password/nuova-password-page';
import { SessioniAttive } from '../profilo/sessioni-attive';

const SECRET = 'S'.repeat(43);

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});
afterEach(() => document.body.replaceChildren());

describe('The link of a registration', () => {
  const openIt = async (replies = {}) => {
    const net = network(replies);
    const page = await open(ConfermaPage, `/conferma#${SECRET}`, net);
    page.fill('Nome', 'Rita');
    page.fill('Cognome', 'Inventata');
    page.fill('Scegli una password', 'zattera ombrosa e fanale 73');
    return { net, page };
  };

  it('does nothing when it is opened, only when its button is pressed, also after the focus jumped elsewhere in the page', async () => {
    const { net, page } = await openIt();
    expect(net.calls.filter(c => c.method !== 'GET')).toEqual([]);
    await TestBed.inject(Router).navigate([], { fragment: 'contenuto' });
    await page.press('Conferma ed entra');
    expect(net.sent('POST', '/api/v1/account/conferma')).toEqual([
      { segreto: SECRET, nome: 'Rita', cognome: 'Inventata', password: 'zattera ombrosa e fanale 73' },
    ]);
    expect(net.calls.every(c => !c.url.includes(SECRET))).toBe(true);
    expect(Object.keys({ ...sessionStorage })).toEqual([]);
  });

  it('keeps over a reload what was typed, but never the password', async () => {
    await openIt();
    TestBed.tick();
    const kept = Object.values({ ...sessionStorage, ...localStorage }).join();
    expect(kept).toContain('Inventata');
    expect(kept).not.toContain('zattera');
  });

  it('shows the refusal of a weak password on its field', async () => {
    const weak = problem({
      status: 422,
      code: 'password.debole',
      errors: [{ pointer: '/password', code: 'password.debole', message: 'Troppo facile.' }],
    });
    const { page } = await openIt({ 'POST /api/v1/account/conferma': weak });
    await page.press('Conferma ed entra');
    expect(page.host.querySelector('[type=password]')?.getAttribute('aria-invalid')).toBe('true');
  });

  it('says what to do when it was used already', async () => {
    const used = problem({ status: 404, code: 'collegamento.non_valido', title: 'Questo collegamento non è valido o è già stato usato.' });
    const { page } = await openIt({ 'POST /api/v1/account/conferma': used });
    await page.press('Conferma ed entra');
    expect(page.text()).toContain('già stato usato');
    expect(page.button('Conferma ed entra')).toBeUndefined();
    expect(page.host.querySelector('a[href="/accedi"]')).not.toBeNull();
  });

  it('can be tried again when the portal was busy', async () => {
    let busy = true;
    const { page } = await openIt({
      'POST /api/v1/account/conferma': () => (busy ? problem({ status: 503, code: 'servizio.non_disponibile' }) : { status: 204 }),
    });
    await page.press('Conferma ed entra');
    busy = false;
    await page.press('Conferma ed entra');
    expect(page.url()).toBe('/');
  });
});

describe('A mailed link', () => {
  it.each(['', '#taglia'])('asks for the whole of it when it was cut: «%s»', async cut => {
    const page = await open(NuovaPasswordPage, `/password/nuova${cut}`, network());
    expect(page.text()).toContain('Il collegamento non è completo');
  });

  it('B-17: to sign in goes to where one was going when it was asked for, if that is ours', async () => {
    for (const [ritorno, arrives] of [
      ['/ambito/area', '/ambito/area'],
      ['//evil.example', '/'],
    ] as const) {
      TestBed.resetTestingModule();
      const asking = await open(LinkPage, `/accedi/link?ritorno=${encodeURIComponent(ritorno)}`, network());
      asking.fill('Indirizzo e-mail', 'rita@esempio.it');
      await asking.press('Mandami il collegamento');
      document.body.replaceChildren();
      TestBed.resetTestingModule();
      const page = await open(LinkPage, `/accedi/link#${SECRET}`, network());
      await page.press('Accedi');
      expect(page.url()).toBe(arrives);
      expect(Object.keys({ ...localStorage })).toEqual([]);
    }
  });
});

describe('One’s open sessions', () => {
  it('end at the press of a button, and the focus stays in the page', async () => {
    const at = '2026-11-23T12:00:00.000Z';
    const items = [
      { id: 'a', creataAt: at, vistaAt: at, dispositivo: 'Firefox su Linux', attuale: true },
      { id: 'b', creataAt: at, vistaAt: at, dispositivo: 'Chrome su Android', attuale: false },
    ];
    const net = network({
      'GET /api/v1/sessioni': () => ({ body: { items: [...items], limit: 100, nextCursor: null } }),
      'DELETE /api/v1/sessioni/b': () => (items.pop(), { status: 204 }),
    });
    const page = await open(SessioniAttive, '/account', net);
    await page.press('Termina');
    expect(net.sent('DELETE', '/api/v1/sessioni/b')).toHaveLength(1);
    expect(page.text()).toContain('Non ci sono altri accessi aperti.');
    expect(page.button('Termina')).toBeUndefined();
    expect(document.activeElement?.textContent).toBe('Dove hai fatto l’accesso');
  });
});
