import type { IncontroView, PostoInvitoView } from '@tavoli/shared';
import { incontro } from '../../../testing/incontri';
import { network, open } from '../../../testing/page';
import { IncontroPage } from './incontro-page';
import { minutiInParole } from '../../ui/words/parole';

const URL = `/api/v1/ambiti/ambito/incontri/${incontro().id}`;

afterEach(() => document.body.replaceChildren());

const pagina = async (answers: readonly IncontroView[], signedIn = false) => {
  let n = 0;
  const net = network({
    [`GET ${URL}`]: () => ({ body: answers[Math.min(n++, answers.length - 1)] }),
    [`POST ${URL}/risposte/passa`]: { body: answers.at(-1) },
    [`POST ${URL}/risposte/partecipa`]: { body: answers.at(-1) },
    ...(signedIn
      ? {}
      : { 'GET /api/v1/sessione': { body: { account: null, amministratore: false, incarichi: [], enti: [], tavoli: [] } } }),
  });
  return { net, page: await open(IncontroPage, `/ambito/incontri/${incontro().id}`, net, ':ambito/incontri/:incontro') };
};

describe('The public page of an incontro', () => {
  it('says when, where, whose it is and what it is about', async () => {
    const { page } = await pagina([
      incontro({
        files: [
          { id: 'f1', nome: 'Dati.pdf', bytes: 2048, puntoId: 'p2' },
          { id: 'f2', nome: 'Invito.pdf', bytes: 1024, puntoId: null },
        ],
      }),
    ]);
    for (const words of [
      'Convocato',
      'Lunedì 23 novembre 2026, ore 16:00, fino alle 18:00',
      'Sede accessibile',
      'in videochiamata',
      'Minori e famiglie',
      'Rachele Finta · 1 ora e 5 minuti',
      'Durata prevista: 1 ora e 15 minuti',
      'Invito.pdf',
    ])
      expect(page.text()).toContain(words);
    const [, second] = page.host.querySelectorAll('ol li');
    expect(second?.querySelector('a')?.getAttribute('href')).toBe(`${URL}/files/f1`);
    expect(page.host.querySelectorAll('button')).toHaveLength(0);
  });

  it('says in words that the sede is not accessible', async () => {
    const { page } = await pagina([incontro({ sede: { nome: 'Torre', indirizzo: 'Via Alta 1', accessibile: false } })]);
    expect(page.text()).toContain('la sede non è accessibile');
  });

  it('says why it is annullato, or was moved', async () => {
    const annullato = await pagina([incontro({ stato: 'annullato', motivazione: 'Sciopero.' })]);
    expect(annullato.page.text()).toContain('Questo incontro è annullato: non si tiene. Motivo: Sciopero.');
    expect(annullato.page.host.querySelector('h1 s')?.textContent).toBe('Bisogni delle famiglie');
  });

  it('says that it was moved, and why', async () => {
    const { page } = await pagina([incontro({ motivazione: 'La sala è occupata.', sequence: 1 })]);
    expect(page.text()).toContain('L’incontro è stato spostato');
    expect(page.text()).toContain('La sala è occupata.');
  });

  it('tells the quorum of the day once it is svolto', async () => {
    const { page } = await pagina([incontro({ stato: 'svolto', quorum: { posti: 9, presenti: 6, richiesti: 5, raggiunto: true } })]);
    expect(page.text()).toContain('Raggiunto: 6 presenti su 9 posti (ne servivano 5)');
  });
});

describe('For who is called', () => {
  const posto = {
    id: 'p',
    ruolo: 'titolare',
    ente: 'Il Ponte',
    tavolo: 'Minori',
    atteso: true,
    risposta: 'in_attesa',
    azioni: ['partecipa', 'declina', 'passa'],
    supplente: 'Bice Vice',
  } as const;
  const proprio = (primo: PostoInvitoView, ...altri: PostoInvitoView[]) => ({
    risposta: primo.risposta,
    azioni: primo.azioni,
    supplente: primo.supplente,
    posti: [primo, ...altri],
  });
  const invito = proprio(posto);

  it('the page reads again once it knows who is there, and takes their answer', async () => {
    const { net, page } = await pagina(
      [
        incontro(),
        incontro({ invito, linkVideo: 'https://video.example/stanza' }),
        incontro({ invito: proprio({ ...posto, risposta: 'passa', azioni: ['partecipa', 'declina'] }) }),
      ],
      true,
    );
    await page.press('Non posso: passa al supplente (Bice Vice)');
    expect(net.sent('POST', `${URL}/risposte/passa`)).toEqual([{ postoId: 'p' }]);
    expect(page.text()).toContain('Hai passato il posto al supplente. Al tuo posto: Bice Vice.');
  });
});

describe('For who is called for two seats', () => {
  it('each is answered for itself', async () => {
    const posti: PostoInvitoView[] = [
      {
        id: 'a',
        ruolo: 'titolare',
        ente: 'Il Ponte',
        tavolo: 'Minori',
        atteso: true,
        risposta: 'si',
        azioni: ['declina'],
        supplente: null,
      },
      {
        id: 'b',
        ruolo: 'titolare',
        ente: 'La Rete',
        tavolo: 'Minori',
        atteso: true,
        risposta: 'in_attesa',
        azioni: ['partecipa', 'declina'],
        supplente: null,
      },
    ];
    const { net, page } = await pagina(
      [incontro(), incontro({ invito: { risposta: 'si', azioni: ['declina'], supplente: null, posti } }), incontro()],
      true,
    );
    for (const words of ['Il Ponte', 'La Rete']) expect(page.text()).toContain(words);
    await page.press('Ci sarò, La Rete Minori');
    expect(net.sent('POST', `${URL}/risposte/partecipa`)).toEqual([{ postoId: 'b' }]);
  });
});

describe('For who manages it', () => {
  it('there is the way to the working pages', async () => {
    const gestione = {
      congiunti: [],
      ospiti: [],
      membri: [],
      preavviso: { giorni: 3, richiesti: 5, minimo: 2, esito: 'ok' },
      conflitti: [],
      invitati: [],
      nuovi: [],
      convocazioni: [],
      emails: [],
      storia: [],
    } as const;
    const { page } = await pagina([incontro({ stato: 'in_corso', puoRilevare: true, gestione })]);
    const links = [...page.host.querySelectorAll('a')].map(a => a.getAttribute('href'));
    for (const end of ['', '/presenze', '/in-corso']) expect(links).toContain(`/ambito/area/incontri/${incontro().id}${end}`);
  });
});

it('A duration is said in hours and minutes', () => {
  expect([1, 45, 60, 61, 120, 150].map(minutiInParole)).toEqual([
    '1 minuto',
    '45 minuti',
    '1 ora',
    '1 ora e 1 minuto',
    '2 ore',
    '2 ore e 30 minuti',
  ]);
});
