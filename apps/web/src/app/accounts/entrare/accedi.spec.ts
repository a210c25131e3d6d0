import { TestBed } from '@angular/core/testing';
import { network, open, problem } from '../../../testing/page';
import { SessionStore } from '../../session/session-store';
import { AccediPage } from './accedi-page';
import { RegistratiPage } from './registrati-page';

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});
afterEach(() => document.body.replaceChildren());

describe('The page to sign in', () => {
  const signIn = async (ritorno: string, replies = {}) => {
    const net = network(replies);
    const page = await open(AccediPage, `/accedi?ritorno=${encodeURIComponent(ritorno)}`, net);
    page.fill('Indirizzo e-mail', 'rita@esempio.it');
    page.fill('Password', 'zattera ombrosa');
    await page.press('Accedi');
    return { net, page };
  };

  it('signs in and goes back to where one was going', async () => {
    const { net, page } = await signIn('/ambito/area/enti?stato=verificato');
    expect(net.sent('POST', '/api/v1/sessione')).toEqual([{ email: 'rita@esempio.it', password: 'zattera ombrosa' }]);
    expect(page.url()).toBe('/ambito/area/enti?stato=verificato');
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/\t/evil.example'])(
    'B-17: goes home instead of %j',
    async ritorno => {
      expect((await signIn(ritorno)).page.url()).toBe('/');
    },
  );

  it('says why not, keeps what was typed, and keeps no password in the browser', async () => {
    const refused = problem({ status: 401, code: 'accesso.credenziali', title: 'Indirizzo o password non corretti.' });
    const { page } = await signIn('/x', { 'POST /api/v1/sessione': refused });
    expect(page.text()).toContain('Indirizzo o password non corretti.');
    expect(page.url()).toMatch(/^\/accedi/);
    expect(Object.values({ ...sessionStorage, ...localStorage }).join()).not.toContain('zattera');
  });

  it('says why one must sign in again after the portal was long unused', async () => {
    const net = network({
      'GET /api/v1/sessione': { body: { account: null, amministratore: false, incarichi: [], enti: [], tavoli: [], inattiva: true } },
    });
    const page = await open(AccediPage, '/accedi?ritorno=/ambito/area', net);
    await TestBed.inject(SessionStore).load();
    TestBed.tick();
    expect(page.text()).toContain('per sicurezza ti abbiamo fatto uscire');
  });

  it('sends nothing that is not filled in', async () => {
    const net = network();
    const page = await open(AccediPage, '/accedi', net);
    await page.press('Accedi');
    expect(net.sent('POST', '/api/v1/sessione')).toEqual([]);
    expect(page.text()).toContain('Ci sono 2 problemi');
  });
});

describe('The page to register', () => {
  it('asks an address and nothing else, says to look at the mail and nothing of whether there was an account, and takes the focus there', async () => {
    const net = network({ 'POST /api/v1/account': { status: 202 } });
    const page = await open(RegistratiPage, '/registrati', net);
    expect(page.host.querySelector('[type=password]')).toBeNull();
    page.fill('Indirizzo e-mail', 'Rita@Esempio.it');
    page.fill('Ho letto', '');
    TestBed.tick();
    expect(Object.values({ ...sessionStorage, ...localStorage }).join()).toContain('Rita@Esempio.it');
    await page.press('Registrati');
    expect(net.sent('POST', '/api/v1/account')).toEqual([{ email: 'rita@esempio.it', informativaLetta: true }]);
    expect(page.text()).toContain('Abbiamo scritto a rita@esempio.it');
    expect(document.activeElement?.textContent).toBe('Controlla la posta');
    expect(Object.keys({ ...sessionStorage })).toEqual([]);
  });
});
