import type { CruscottoTavoloView, IncontroView, PartecipazioneView, PresenzeView } from '@tavoli/shared';
import { testWorld, type World } from '../../../testing/app.js';
import { bozzaDi, creaIncontro, esegui, portaAdOggi, traGiorni } from '../../../testing/scenario/incontri.js';
import { multipart } from '../../../testing/multipart.js';
import { pdfText, withoutBlanks } from '../../../testing/files/pdf-text.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');

let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
  await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
});
afterAll(() => world.close());

const at = () => `/ambiti/${base.ambito.slug}`;
const fai = (incontro: { id: string; version: number }, azione: string, body = {}) =>
  esegui(world, base.ambito, incontro, base.referente, azione, body);
const file = (path: string) =>
  world.app.inject({
    method: 'GET',
    url: `/api/v1${at()}${path}`,
    headers: { host: 'tavoli.test', cookie: `__Host-sessione=${base.referente.token}` },
  });

async function svolto(stato: 'titolare' | 'assente') {
  const convocato = await fai(await creaIncontro(world, base.ambito, base.tavolo, base.referente), 'convoca');
  await portaAdOggi(world, convocato);
  const aperto = await fai(convocato, 'apri');
  const { body } = await world.as(base.referente).get<PresenzeView>(`${at()}/incontri/${aperto.id}/presenze`);
  await world.as(base.referente).post(`${at()}/incontri/${aperto.id}/presenze`, {
    voci: [{ postoId: body.posti[0]?.id, stato, prima: null, at: new Date().toISOString() }],
  });
  return fai(aperto, 'chiudi');
}

it('the prova di convocazione says who was called, when, with which text, and what became of each mail', async () => {
  const convocato = await fai(await creaIncontro(world, base.ambito, base.tavolo, base.referente), 'convoca');
  const moved = await fai(convocato, 'sposta', {
    motivazione: 'La sala non è disponibile.',
    spostamento: { ...traGiorni(30), sede: null, linkVideo: 'https://video.prova.test/altra' },
  });
  await world.db.query(
    `UPDATE email SET stato = 'rifiutata', errore = '550 casella inesistente' WHERE oggetto_id = $1 AND a_indirizzo = $2`,
    [moved.id, base.coordinatore.email],
  );
  const answer = await file(`/incontri/${moved.id}/prova-convocazione.pdf`);
  expect(answer.headers['content-type']).toBe('application/pdf');
  const text = withoutBlanks(pdfText(answer.rawPayload));
  for (const part of [
    'Prova di convocazione',
    'Convocazione (N. di registro del portale',
    'Spostamento (N. di registro del portale',
    'La sala non è disponibile.',
    '1. Primo punto',
    '550 casella inesistente',
    ...(moved.gestione?.convocazioni ?? []).map(c => c.sha256),
  ]) {
    expect(text).toContain(withoutBlanks(part));
  }
  expect((await file(`/incontri/${moved.id}/prova-convocazione.pdf`)).rawPayload.equals(answer.rawPayload)).toBe(true);
});

it('a draft has no prova, and an incontro not yet open no presences', async () => {
  const bozza = await creaIncontro(world, base.ambito, base.tavolo, base.referente);
  expect([
    (await file(`/incontri/${bozza.id}/prova-convocazione.pdf`)).statusCode,
    (await file(`/incontri/${bozza.id}/presenze.pdf`)).statusCode,
  ]).toEqual([404, 404]);
});

it('the registro of presences is given as PDF and CSV, and the deliveries as CSV', async () => {
  const fatto = await svolto('titolare');
  const text = withoutBlanks(pdfText((await file(`/incontri/${fatto.id}/presenze.pdf`)).rawPayload));
  expect(text).toContain(withoutBlanks('Presenti 1 posto su 1, ne servono 1: numero legale raggiunto.'));
  expect((await file(`/incontri/${fatto.id}/presenze.csv`)).body).toContain('presente il titolare');
  expect((await file(`/incontri/${fatto.id}/recapiti.csv`)).body).toContain(base.coordinatore.email);
});

it('decadenza is proposed after three absences in a row, of incontri held while the ente sat there', async () => {
  for (const stato of ['titolare', 'assente', 'assente', 'assente'] as const) await svolto(stato);
  await world.scenario.designazione(base.ambito, {
    ...base,
    ente: await world.scenario.ente(base.ambito, { denominazione: 'Zeta, arrivata dopo' }),
    stato: 'accettata',
    consenso: 'dato',
  });
  const { body } = await world.as(base.referente).get<{ items: PartecipazioneView[] }>(`${at()}/tavoli/${base.tavolo.slug}/partecipazione`);
  expect(body.items).toMatchObject([
    { incontri: 4, presenze: 1, assenze: 3, assenzeDiFila: 3, decadenzaProposta: true },
    { ente: { denominazione: 'Zeta, arrivata dopo' }, incontri: 0, decadenzaProposta: false },
  ]);
});

it('the cockpit tells of every tavolo what waits and where it is done', async () => {
  await world.scenario.designazione(base.ambito, { ...base, ente: await world.scenario.ente(base.ambito), stato: 'inviata' });
  await creaIncontro(world, base.ambito, base.tavolo, base.referente, { ...traGiorni(8), titolo: 'Vicino' });
  const convocato = await fai(await creaIncontro(world, base.ambito, base.tavolo, base.referente), 'convoca');
  const { body } = await world.as(base.coordinatore).get<{ items: CruscottoTavoloView[] }>(`${at()}/cruscotto`);
  expect(body.items).toMatchObject([
    {
      designazioni: { daEsaminare: 1, accettate: 1, consensiInAttesa: 2 },
      prossimo: { id: convocato.id, risposte: { si: 0, no: 0, inAttesa: 1 } },
      ultimo: null,
      daFare: [
        { testo: expect.stringMatching(/^Convoca «Vicino»: l’ultimo giorno utile per il preavviso è /) as string },
        { testo: '1 designazione da esaminare.' },
        ...Array(2).fill({ testo: expect.stringContaining('non ha ancora dato il consenso') as string }),
      ],
    },
  ]);
});

it('a document stays with its punto when the draft is written again', async () => {
  const bozza = await creaIncontro(world, base.ambito, base.tavolo, base.referente);
  const [primo, secondo] = bozza.punti;
  const upload = (query: string) =>
    world.as(base.referente).send('POST', `${at()}/incontri/${bozza.id}/files${query}`, ...multipart('documento.pdf', PDF));
  expect([
    (await upload(`?punto=${secondo?.id ?? ''}`)).status,
    (await upload('')).status,
    (await upload(`?punto=${bozza.id}`)).status,
  ]).toEqual([201, 201, 404]);
  const { serie: _, ...input } = bozzaDi({
    punti: [
      { id: secondo?.id, titolo: 'Prima il secondo', minuti: null, relatore: null },
      { id: primo?.id, titolo: 'Poi il primo', minuti: 5, relatore: null },
    ],
  });
  const { body } = await world.as(base.referente).put<IncontroView>(`${at()}/incontri/${bozza.id}`, input, { version: bozza.version });
  expect(body.punti.map(p => [p.id, p.titolo])).toEqual([
    [secondo?.id, 'Prima il secondo'],
    [primo?.id, 'Poi il primo'],
  ]);
  expect(body.files.map(f => f.puntoId)).toEqual([secondo?.id, null]);
});
