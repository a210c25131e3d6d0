import { TestBed } from '@angular/core/testing';
import { network, open } from '../../testing/page';
import { SessionStore } from '../session/session-store';
import { AccountPanel } from './account-panel';

afterEach(() => document.body.replaceChildren());

const ambito = (nome: string) => ({ id: nome, slug: nome.toLowerCase(), nome });

/** Rita works in two ambiti, sits in one of them and acts for an ente in a third. */
const RITA = {
  account: { id: '1', nome: 'Rita', cognome: 'Inventata', email: 'rita@esempio.it' },
  amministratore: false,
  incarichi: ['Sila', 'Alba'].map(nome => ({ ruolo: 'ufficio_di_piano', ambito: ambito(nome), tavolo: null, incontro: null })),
  enti: [{ ambito: ambito('Marina'), id: '2', denominazione: 'Associazione', stato: 'verificato' }],
  tavoli: [{ ambito: ambito('Sila'), id: '3', slug: 'anziani', nome: 'Anziani' }],
};

async function menu(sessione: object, url = '/sila/area') {
  const net = network({ 'GET /api/v1/sessione': { body: sessione } });
  const page = await open(AccountPanel, url, net, ':ambito/area');
  await TestBed.inject(SessionStore).load();
  await page.settle();
  const voci = () => [...page.host.querySelectorAll('a')].map(a => a.textContent?.trim());
  return { page, voci };
}

describe('The menu of the account', () => {
  it('leads from one ambito to each other where the person has something to do, once each and in order', async () => {
    const { voci } = await menu(RITA);
    expect(voci()).toEqual(['Area personale', 'Passa a Alba', 'Passa a Marina', 'Il tuo account']);
  });

  it('goes there, closes, and then leads back', async () => {
    const { page, voci } = await menu(RITA);
    await page.press('Il tuo account: Rita Inventata');
    const elenco = page.host.querySelector<HTMLElement>('.account-menu');
    expect(elenco?.hidden).toBe(false);
    [...page.host.querySelectorAll('a')].find(a => a.textContent?.trim() === 'Passa a Alba')?.click();
    await page.settle();
    expect(page.url()).toBe('/alba/area');
    expect(voci()).toEqual(['Area personale', 'Passa a Marina', 'Passa a Sila', 'Il tuo account']);
    expect(page.host.querySelector<HTMLElement>('.account-menu')?.hidden).toBe(true);
  });

  it('offers no other ambito to who has one alone', async () => {
    const { voci } = await menu({ ...RITA, incarichi: RITA.incarichi.slice(0, 1), enti: [] });
    expect(voci()).toEqual(['Area personale', 'Il tuo account']);
  });
});
