import { network, open, problem } from '../../testing/page';
import { pubblico, rigaVerbale } from '../../testing/verbali';
import { VerbalePage } from './verbale-page';
import { VerbaliPage } from './verbali-page';

const { id: ID } = rigaVerbale();
const BASE = '/api/v1/ambiti/ambito/verbali';

afterEach(() => document.body.replaceChildren());

describe('The public page of a verbale', () => {
  const apri = () =>
    open(
      VerbalePage,
      `/ambito/verbali/${ID}`,
      network({ [`GET ${BASE}/${ID}/pubblico`]: { body: pubblico() } }),
      ':ambito/verbali/:verbale',
    );

  it('tells what was said, decided and taken on, who was there, and the proof', async () => {
    const { host, text } = await apri();
    expect(host.querySelector('h1')?.textContent).toBe('Bisogni delle famiglie');
    for (const words of [
      'Verbale n. 3/2026',
      'Lunedì 23 novembre 2026, ore 16:00, fino alle 18:00',
      'Raggiunto: 1 presente su 2 posti (ne serviva 1)',
      'Si discute.',
      'Aprire lo sportello. (A maggioranza: 7 favorevoli, 1 contrario, 0 astenuti)',
      'Scrivere il bando (Ufficio di piano, entro il 31 dicembre 2026)',
      'Il Ponte (supplente)',
      'Assenti: La Rete.',
      'N. di registro del portale12/2026',
      'ab'.repeat(32),
    ])
      expect(text()).toContain(words);
    expect(host.querySelector('a[download]')?.getAttribute('href')).toBe(`${BASE}/${ID}/verbale.pdf`);
  });

  it('has an index whose every entry leads to a section of the page', async () => {
    const { host } = await apri();
    const hash = [...host.querySelectorAll('nav a')].map(a => a.getAttribute('href') ?? '');
    expect(hash).toHaveLength(3);
    for (const href of hash) {
      expect(host.querySelector(`section[id="${href.slice(1)}"]`)).not.toBeNull();
    }
  });

  it('is not found until it is published', async () => {
    const { text } = await open(
      VerbalePage,
      `/ambito/verbali/${ID}`,
      network({ [`GET ${BASE}/${ID}/pubblico`]: problem({ status: 404, code: 'risorsa.non_trovata' }) }),
      ':ambito/verbali/:verbale',
    );
    expect(text()).toContain('non trovata');
  });
});

describe('The list of verbali', () => {
  it('goes by tavolo; one not yet published says so and leads to where it is written', async () => {
    const items = [
      rigaVerbale({ id: 'bozza', stato: 'in_revisione', numero: null, pubblicatoAt: null }),
      rigaVerbale(),
      rigaVerbale({ id: 'plenaria', tavoli: [] }),
    ];
    const { host, text } = await open(
      VerbaliPage,
      '/ambito/verbali',
      network({ [`GET ${BASE}`]: { body: { items, limit: 300, nextCursor: null } } }),
      ':ambito/verbali',
    );
    expect([...host.querySelectorAll('h2')].map(h => h.textContent)).toEqual(['Minori e famiglie', 'Plenarie']);
    expect([...host.querySelectorAll('li a')].map(a => a.getAttribute('href'))).toEqual([
      '/ambito/area/verbali/bozza',
      `/ambito/verbali/${ID}`,
      '/ambito/verbali/plenaria',
    ]);
    expect(text()).toContain('In revisione');
    expect(text()).toContain('Verbale n. 3/2026: Bisogni delle famiglie');
  });

  it('says when there is none', async () => {
    const { text } = await open(
      VerbaliPage,
      '/ambito/verbali',
      network({ [`GET ${BASE}`]: { body: { items: [], limit: 300, nextCursor: null } } }),
      ':ambito/verbali',
    );
    expect(text()).toContain('Nessun verbale pubblicato');
  });
});
