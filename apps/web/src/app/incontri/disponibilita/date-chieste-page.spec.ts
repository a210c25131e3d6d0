import type { DateChiesteView, DisponibilitaView } from '@tavoli/shared';
import { network, open } from '../../../testing/page';
import { DateChiestePage } from './date-chieste-page';
import { DisponibilitaPage } from './disponibilita-page';

const SECRET = 'S'.repeat(43);
const [A, B] = ['0a000000-0000-4000-8000-000000000001', '0a000000-0000-4000-8000-000000000002'];
const LUOGO = { sede: null, linkVideo: 'https://video.esempio.it/stanza', messaggio: 'Dura due ore.', entroAt: '2027-03-01T12:00:00.000Z' };
const vista = (campi: Partial<DateChiesteView> = {}): DateChiesteView => ({
  ambito: { nome: 'Corigliano-Rossano', slug: 'corigliano-rossano' },
  tavolo: 'Anziani',
  persona: { nome: 'Ada Neri', enti: 'Il Faro' },
  titolo: 'Trasporto',
  ...LUOGO,
  raccoglie: true,
  date: [
    { id: A, inizioAt: '2027-03-08T15:00:00.000Z', fineAt: '2027-03-08T17:00:00.000Z', festivo: null, impegno: 'Bisogni' },
    { id: B, inizioAt: '2027-03-09T15:00:00.000Z', fineAt: '2027-03-09T17:00:00.000Z', festivo: null, impegno: null },
  ],
  risposte: [],
  rispostoAt: null,
  ...campi,
});
const apri = async (campi: Partial<DateChiesteView> = {}) => {
  const risposta = { body: vista({ ...campi, risposte: [{ dataId: A, risposta: 'si' }], rispostoAt: '2027-02-20T10:00:00.000Z' }) };
  const net = network({ 'GET /api/v1/date': { body: vista(campi) }, 'POST /api/v1/date/risposte': risposta });
  return { net, page: await open(DateChiestePage, `/date#${SECRET}`, net) };
};
const scegli = (host: HTMLElement, quale: string) =>
  [...host.querySelectorAll('label')]
    .filter(l => l.textContent?.trim() === quale)
    .forEach(l => document.getElementById(l.htmlFor)?.click());

afterEach(() => document.body.replaceChildren());

it('who was asked says when they can, day by day; reading sends nothing', async () => {
  const { net, page } = await apri();
  for (const words of ['Ada Neri', 'Lunedì 8 marzo 2027', 'sei tra gli invitati di «Bisogni»', 'Dura due ore.', 'Se serve'])
    expect(page.text()).toContain(words);
  await page.press('Manda la risposta');
  expect(page.text()).toContain('Scegli una risposta.');
  scegli(page.host, 'Sì');
  await page.press('Manda la risposta');
  expect(net.sent('POST', '/api/v1/date/risposte')).toEqual([
    {
      risposte: [
        { dataId: A, risposta: 'si' },
        { dataId: B, risposta: 'si' },
      ],
    },
  ]);
  expect(page.text()).toContain('Hai risposto');
});

it('after the term it says so, and takes no answer', async () => {
  const { page } = await apri({ raccoglie: false });
  expect(page.text()).toContain('Non si può più rispondere');
  expect(page.button('Manda la risposta')).toBeUndefined();
});

it('the table names the day that suits most, and what speaks against each', async () => {
  const d: DisponibilitaView = {
    id: 'd',
    titolo: 'Trasporto',
    stato: 'aperta',
    raccoglie: true,
    chieste: 2,
    risposte: 1,
    incontroId: null,
    tavolo: { slug: 'anziani', nome: 'Anziani' },
    ...LUOGO,
    date: vista().date.map(({ id, inizioAt, fineAt }) => ({
      ...{ id, inizioAt, fineAt, si: 1, seServe: 0, no: 0, posti: 1 },
      conflitti: id === B ? [{ tipo: 'festivo', testo: 'Il giorno scelto è festivo.', incontroId: null }] : [],
    })),
    persone: [
      { nome: 'Ada Neri', enti: 'Il Faro', rispostoAt: '2027-02-20T10:00:00.000Z', risposte: [{ dataId: A, risposta: 'se_serve' }] },
    ],
    migliore: A,
    azioni: ['chiudi'],
    version: 1,
  };
  const net = network({ 'GET /api/v1/ambiti/corigliano-rossano/disponibilita/d': { body: d } });
  const page = await open(
    DisponibilitaPage,
    '/corigliano-rossano/area/tavoli/anziani/date/d',
    net,
    ':ambito/area/tavoli/:tavolo/date/:ricerca',
  );
  for (const words of [
    'La data che va meglio:',
    'La migliore',
    'Può venire qualcuno di 1 ente.',
    'Il giorno scelto è festivo.',
    'Se serve',
    'Non ha detto',
  ])
    expect(page.text()).toContain(words);
  expect(page.button('Chiudi senza scegliere')).toBeDefined();
});
