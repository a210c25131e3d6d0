import { createHash } from 'node:crypto';
import type {
  Blocco,
  Documento,
  IncontroInput,
  IncontroView,
  PresenzeView,
  Problem,
  SezioneView,
  Pagina,
  VerbalePubblicoView,
  VerbaleRigaView,
  VerbaleView,
  VerificaView,
} from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { creaIncontro, esegui, portaAdOggi } from '../../testing/scenario/incontri.js';
import { pdfText, withoutBlanks } from '../../testing/files/pdf-text.js';
import type { Persona } from '../../testing/scenario.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
let membro: Persona;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
  const seduti = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
  membro = await world.scenario.persona({ email: seduti.persone[0]?.email, nome: 'Membro', cognome: 'Seduto' });
});
afterAll(() => world.close());

const at = () => `/ambiti/${base.ambito.slug}`;
const testo = (...parts: { text: string; omissis?: true }[]): Documento => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: parts.map(p => ({
        type: 'text',
        text: p.text,
        ...(p.omissis ? { marks: [{ type: 'omissis', attrs: { motivo: 'Dati di salute' } }] } : {}),
      })),
    },
  ],
});

async function incontroAperto(fields: Partial<IncontroInput> = {}): Promise<IncontroView> {
  const convocato = await esegui(
    world,
    base.ambito,
    await creaIncontro(world, base.ambito, base.tavolo, base.referente, fields),
    base.referente,
    'convoca',
  );
  await portaAdOggi(world, convocato);
  const aperto = await esegui(world, base.ambito, convocato, base.referente, 'apri');
  const { body } = await world.as(base.referente).get<PresenzeView>(`${at()}/incontri/${aperto.id}/presenze`);
  await world.as(base.referente).post(`${at()}/incontri/${aperto.id}/presenze`, {
    voci: [{ postoId: body.posti[0]?.id, stato: 'titolare', prima: null, at: new Date().toISOString() }],
  });
  return aperto;
}

const incontroSvolto = async (fields: Partial<IncontroInput> = {}): Promise<IncontroView> =>
  esegui(world, base.ambito, await incontroAperto(fields), base.referente, 'chiudi');

async function nuovo(fields: Partial<IncontroInput> = {}): Promise<VerbaleView> {
  const made = await world.as(base.referente).post<VerbaleView>(`${at()}/incontri/${(await incontroSvolto(fields)).id}/verbale`, {});
  if (made.status !== 201) throw new Error(made.text);
  return made.body;
}
const ANTICIPO = 'Il tavolo era tutto presente e ha chiesto di non aspettare.';
const leggi = async (v: { id: string }, chi = base.referente) => (await world.as(chi).get<VerbaleView>(`${at()}/verbali/${v.id}`)).body;
const passo = (v: { id: string; version: number }, azione: string, body: object = {}, chi = base.referente) =>
  world
    .as(chi)
    .post<VerbaleView & Problem>(
      `${at()}/verbali/${v.id}/azioni/${azione}`,
      azione === 'approva' ? { motivazione: ANTICIPO, ...body } : body,
      { version: v.version },
    );
const salva = (v: { id: string }, s: Pick<SezioneView, 'id' | 'version'>, documento: Documento, chi = base.referente, more: object = {}) =>
  world
    .as(chi)
    .put<SezioneView & Problem>(
      `${at()}/verbali/${v.id}/sezioni/${s.id}`,
      { documento, decisioni: [], impegni: [], ...more },
      { version: s.version },
    );
const punto = (v: VerbaleView) => v.sezioni.find(s => s.tipo === 'punto') ?? { id: '', version: 0 };

/** The nth passage left out, in a kind of block of its own: words, reason and address are found nowhere else. */
function blocco(n: number): Blocco {
  const paragraph = {
    type: 'paragraph' as const,
    content: [
      { type: 'text' as const, text: 'Il tavolo ascolta ' },
      {
        type: 'text' as const,
        text: `segreto${n} e basta`,
        marks: [
          ...(n % 3 === 0 ? [{ type: 'bold' as const }] : []),
          ...(n % 2 === 0 ? [{ type: 'link' as const, attrs: { href: `https://segreto${n}.esempio.it` } }] : []),
          { type: 'omissis' as const, attrs: { motivo: `segreto${n} di salute` } },
        ],
      },
      { type: 'text' as const, text: ' e decide.' },
    ],
  };
  const voce = { type: 'listItem' as const, content: [paragraph] };
  switch (n % 4) {
    case 0:
      return paragraph;
    case 1:
      return { type: 'heading', attrs: { level: 3 }, content: paragraph.content };
    case 2:
      return { type: 'bulletList', content: [voce] };
    default:
      return { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph] }] }] };
  }
}

/** Written, revised, approved: ready to be published. */
async function approvato(documento: Documento, more: object = {}): Promise<VerbaleView> {
  const v = await nuovo();
  await salva(v, punto(v), documento, base.referente, more);
  const revisione = await passo(v, 'invia_in_revisione');
  return (await passo(revisione.body, 'approva')).body;
}

describe('writing', () => {
  it('begins half written: when and where, one part for each punto with its quorum, presences that only the incontro can change', async () => {
    const v = await nuovo();
    expect(v.sezioni.map(s => [s.tipo, s.titolo])).toEqual([
      ['apertura', 'Apertura'],
      ['punto', 'Primo punto'],
      ['punto', 'Secondo punto'],
      ['chiusura', 'Chiusura'],
    ]);
    expect(JSON.stringify(v.sezioni[0]?.documento)).toContain('Sala di prova, Via di Prova 1');
    expect(v.posti).toMatchObject([{ stato: 'titolare' }]);
    expect(v).toMatchObject({ stato: 'bozza', azioni: ['invia_in_revisione'], puoScrivere: true });
  });

  it('begun while the incontro goes on, each part is of its punto, and has the number of who was there as that punto began', async () => {
    const { id, punti } = await incontroAperto();
    const v = (await world.as(base.referente).post<VerbaleView>(`${at()}/incontri/${id}/verbale`, {})).body;
    expect(v.sezioni.map(s => s.puntoId)).toEqual([null, ...punti.map(p => p.id), null]);
    expect(v.sezioni.map(s => s.quorum)).toEqual([null, null, null, null]);
    const detto = { puntoId: punti[0]?.id, prima: null, at: new Date().toISOString() };
    await world.as(base.referente).post(`${at()}/incontri/${id}/punto`, detto);
    expect((await leggi(v)).sezioni.map(s => s.quorum?.presenti ?? null)).toEqual([null, 1, null, null]);
  });

  it('two who begin at once begin the same one', async () => {
    const incontro = await incontroSvolto();
    const made = await Promise.all(
      [base.referente, base.coordinatore].map(chi => world.as(chi).post<VerbaleView>(`${at()}/incontri/${incontro.id}/verbale`, {})),
    );
    expect(new Set(made.map(m => m.body.id)).size).toBe(1);
  });

  it('a part saved on a version that is not the last is refused, and nothing of either is lost', async () => {
    const v = await nuovo();
    const s = punto(v);
    expect((await salva(v, s, testo({ text: 'Il primo testo.' }))).body.version).toBe(2);
    const late = await salva(v, s, testo({ text: 'Il secondo testo.' }), base.coordinatore);
    expect([late.status, late.body.code, late.body.version]).toEqual([412, 'versione.superata', 2]);
    const { body } = await world
      .as(base.referente)
      .get<{ items: { da: string; documento: Documento }[] }>(`${at()}/verbali/${v.id}/sezioni/${s.id}/versioni`);
    expect(body.items.map(i => i.documento)).toEqual([testo({ text: 'Il primo testo.' })]);
  });

  it('a part is one writer’s at a time, and another’s once they fall silent', async () => {
    const v = await nuovo();
    const s = punto(v);
    const tieni = (chi: Persona) => world.as(chi).post<SezioneView & Problem>(`${at()}/verbali/${v.id}/sezioni/${s.id}/tenuta`, {});
    expect((await tieni(base.referente)).body.tenutaDa).toMatchObject({ tua: true });
    const refused = await tieni(base.coordinatore);
    expect([refused.status, refused.body.code]).toEqual([409, 'verbale.sezione_tenuta']);
    expect((await salva(v, s, testo({ text: 'Mentre scrive un altro.' }), base.coordinatore)).body.code).toBe('verbale.sezione_tenuta');
    await world.db.query(`UPDATE verbale_sezione SET tenuta_fino_at = now() - interval '1 second' WHERE id = $1`, [s.id]);
    expect((await tieni(base.coordinatore)).body.tenutaDa).toMatchObject({ tua: true });
  });

  it('takes nothing that is not in the closed language of texts', async () => {
    const v = await nuovo();
    const bad = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }] },
      ],
    } as Documento;
    expect((await salva(v, punto(v), bad)).status).toBe(400);
    expect((await salva(v, punto(v), { type: 'html', content: '<script>' } as unknown as Documento)).status).toBe(400);
  });

  it('is read by nobody else while it is a draft, by members from the revision on', async () => {
    const v = await nuovo();
    const seen = async (chi: Persona | null) => (await world.as(chi).get(`${at()}/verbali/${v.id}`)).status;
    expect([await seen(membro), await seen(base.ufficio), await seen(null)]).toEqual([404, 200, 401]);
    await passo(v, 'invia_in_revisione');
    expect([await seen(membro), await seen(base.operatore), await seen(null)]).toEqual([200, 404, 401]);
  });
});

describe('revision', () => {
  it('a member proposes, the referente takes it in: applied, credited, kept', async () => {
    const v = await nuovo();
    const s = punto(v);
    await salva(v, s, testo({ text: 'I posti letto sono dodici.' }));
    await passo(v, 'invia_in_revisione');
    const proposta = { sezioneId: s.id, passaggio: 'dodici', proposta: 'quattordici', motivo: 'Il dato è stato aggiornato.' };
    const after = await world.as(membro).post<VerbaleView>(`${at()}/verbali/${v.id}/correzioni`, proposta);
    expect(after.body.correzioni).toMatchObject([{ stato: 'proposta', autore: 'Membro Seduto', azioni: [] }]);
    const open = await leggi(v);
    expect((await passo(open, 'approva')).body.code).toBe('verbale.correzioni_aperte');
    const taken = await world
      .as(base.referente)
      .post<VerbaleView>(`${at()}/verbali/${v.id}/correzioni/${open.correzioni[0]?.id ?? ''}/esiti/accogli`, {});
    expect(taken.body.correzioni).toMatchObject([{ stato: 'accolta' }]);
    expect(taken.body.sezioni.find(x => x.id === s.id)).toMatchObject({
      documento: testo({ text: 'I posti letto sono quattordici.' }),
      aggiornataDa: expect.stringContaining('su proposta di Membro Seduto') as string,
    });
  });

  it('a passage that is not there, or is there twice, and a time that is over, are told', async () => {
    const v = await nuovo();
    const s = punto(v);
    await salva(v, s, testo({ text: 'Casa e casa.' }));
    await passo(v, 'invia_in_revisione');
    const propose = async (passaggio: string) =>
      (
        await world
          .as(membro)
          .post<Problem>(`${at()}/verbali/${v.id}/correzioni`, { sezioneId: s.id, passaggio, proposta: 'x', motivo: 'Perché sì, davvero.' })
      ).body.code;
    expect([await propose('tetto'), await propose('as')]).toEqual(['verbale.passaggio_non_trovato', 'verbale.passaggio_non_trovato']);
    await world.db.query(`UPDATE verbale SET revisione_fino_at = now() WHERE id = $1`, [v.id]);
    expect(await propose('Casa')).toBe('verbale.revisione_chiusa');
  });

  it('is numbered within its tavolo and year when approved, and keeps the number if it is sent back', async () => {
    const [uno, due] = [await approvato(testo({ text: 'Primo.' })), await approvato(testo({ text: 'Secondo.' }))];
    expect([uno.numero?.numero, due.numero?.numero]).toEqual([1, 2]);
    const indietro = await passo(uno, 'restituisci', { motivazione: 'Manca la sintesi del secondo punto.' });
    expect(indietro.body).toMatchObject({ stato: 'bozza', numero: { numero: 1 }, motivazione: 'Manca la sintesi del secondo punto.' });
  });
});

describe('publication', () => {
  const SEGRETO = 'zibaldone';

  it('is found by the incontro that it is of, and by no other', async () => {
    const v = await approvato(testo({ text: 'Si è discusso.' }));
    const dell = async (incontro: string) =>
      (await world.as(null).get<Pagina<VerbaleRigaView>>(`${at()}/verbali?incontro=${incontro}`)).body;
    expect((await dell(v.incontro.id)).items).toEqual([]);
    await passo(v, 'pubblica');
    expect((await dell(v.incontro.id)).items.map(r => r.id)).toEqual([v.id]);
    const { id } = await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'svolto', tra: -48 });
    expect((await dell(id)).items).toEqual([]);
  });

  it('G-4: what is omissis is nowhere in what the public can reach', async () => {
    const v = await approvato(testo({ text: 'La famiglia ' }, { text: SEGRETO, omissis: true }, { text: ' è seguita dal servizio.' }));
    const published = await passo(v, 'pubblica');
    expect(published.status).toBe(200);
    const page = await world.as(null).get<VerbalePubblicoView>(`${at()}/verbali/${v.id}/pubblico`);
    const file = await world.as(null).get(`${at()}/verbali/${v.id}/verbale.pdf`);
    const list = await world.as(null).get(`${at()}/verbali`);
    expect(page.text).toContain('[omissis]');
    for (const text of [page.text, list.text, withoutBlanks(pdfText(file.raw)), file.raw.toString('latin1')])
      expect(text).not.toContain(SEGRETO);
    expect(withoutBlanks(pdfText(file.raw))).toContain(withoutBlanks('La famiglia [omissis] è seguita dal servizio.'));
    expect((await world.as(null).get(`${at()}/verbali/${v.id}`)).status).toBe(401);
    expect(JSON.stringify(await leggi(v, membro))).toContain(SEGRETO);
  });

  it('G-4: of 2,000 passages left out, in every kind of block, none is in a page, file, list, search, feed, mail, export or old version that the public can reach', async () => {
    const [punti, brani] = [20, 100];
    const v = await nuovo({ punti: Array.from({ length: punti }, (_, n) => ({ titolo: `Punto ${n}`, minuti: null, relatore: null })) });
    let n = 0;
    for (const s of v.sezioni.filter(x => x.tipo === 'punto')) {
      const scritto = await salva(v, s, { type: 'doc', content: Array.from({ length: brani }, () => blocco(n++)) });
      // What is published is a second version: the first had the words too.
      await salva(v, scritto.body, {
        type: 'doc',
        content: [...scritto.body.documento.content, { type: 'paragraph', content: [{ type: 'text', text: 'Fine.' }] }],
      });
    }
    expect(n).toBe(2000);
    const approvata = await passo((await passo(v, 'invia_in_revisione')).body, 'approva');
    expect((await passo(approvata.body, 'pubblica', { avvisiVisti: true })).status).toBe(200);
    const dette: Record<string, string> = {};
    for (const path of [
      `/verbali/${v.id}/pubblico`,
      '/verbali',
      '/ricerca?q=segreto',
      '/ricerca?q=tavolo',
      `/tavoli/${base.tavolo.slug}`,
      `/tavoli/${base.tavolo.slug}/numeri`,
      '/dati',
      '/dati/incontri.csv',
      '/dati/incontri.json',
      '/sigilli',
      `/verbali/${v.id}/contributi`,
    ]) {
      const { status, text } = await world.as(null).get(`${at()}${path}`);
      expect([path, status]).toEqual([path, 200]);
      dette[path] = text;
    }
    const file = await world.as(null).get(`${at()}/verbali/${v.id}/verbale.pdf`);
    dette['PDF'] = withoutBlanks(pdfText(file.raw)) + file.raw.toString('latin1');
    for (const path of [`/cal/${base.ambito.slug}.ics`, `/cal/${base.ambito.slug}/${base.tavolo.slug}.atom`])
      dette[path] = (await world.app.inject({ method: 'GET', url: path, headers: { host: 'tavoli.test' } })).body;
    const trovabile = await world.db.query<object[]>('SELECT * FROM ricerca_voce WHERE oggetto_id = $1', [v.id]);
    expect(trovabile).toHaveLength(1);
    dette['ricerca'] = JSON.stringify(trovabile);
    dette['posta'] = JSON.stringify(await world.db.query('SELECT subject, testo, html FROM email'));
    expect(
      Object.entries(dette)
        .filter(([, text]) => /segreto\d/i.test(text))
        .map(([dove]) => dove),
    ).toEqual([]);
    expect(dette[`/verbali/${v.id}/pubblico`]?.match(/\[omissis\]/g)?.length).toBe(2000);
    for (const path of [
      `/verbali/${v.id}`,
      `/verbali/${v.id}/integrale.pdf`,
      `/verbali/${v.id}/sezioni/${v.sezioni[1]?.id ?? ''}/versioni`,
    ])
      expect((await world.as(null).get(`${at()}${path}`)).status).toBe(401);
  });

  it('its file has the fingerprint that the registro and the verification say', async () => {
    const v = await approvato(testo({ text: 'Si è discusso del bilancio.' }), {
      decisioni: [{ testo: 'Si approva la scheda.', modo: 'maggioranza', favorevoli: 5, contrari: 1, astenuti: 0 }],
      impegni: [{ testo: 'Scrivere alla Regione', chi: 'Ufficio di piano', entro: '2031-01-31' }],
    });
    const { body } = await passo(v, 'pubblica');
    const file = await world.as(null).get(`${at()}/verbali/${v.id}/verbale.pdf`);
    const sha256 = createHash('sha256').update(file.raw).digest('hex');
    expect(body.pubblicazione?.sha256).toBe(sha256);
    const said = await world.as(null).get<VerificaView>(`/verifica/${sha256}`);
    expect(said.body).toMatchObject({ autentico: true, documento: { percorso: `/${base.ambito.slug}/verbali/${v.id}` } });
    expect((await world.as(null).get<VerificaView>(`/verifica/${'0'.repeat(64)}`)).body).toEqual({
      autentico: false,
      documento: null,
      sostituito: null,
    });
    const text = withoutBlanks(pdfText(file.raw));
    for (const part of [
      'Si approva la scheda. — a maggioranza (favorevoli 5, contrari 1, astenuti 0).',
      'Scrivere alla Regione',
      '31 gennaio 2031',
      'Verbale n. 1/',
    ])
      expect(text).toContain(withoutBlanks(part));
  });

  it('stops once at what looks private, and goes on when it was looked at', async () => {
    const v = await approvato(testo({ text: 'Per informazioni scrivere a mario.rossi@esempio.it.' }));
    expect((await leggi(v)).avvisiPrivacy).toMatchObject([{ tipo: 'email' }]);
    expect((await passo(v, 'pubblica')).body.code).toBe('verbale.avvisi_da_vedere');
    expect((await passo(v, 'pubblica', { avvisiVisti: true })).status).toBe(200);
  });

  it('two who publish at once publish once', async () => {
    const v = await approvato(testo({ text: 'Un testo.' }));
    const answers = await Promise.all([passo(v, 'pubblica'), passo(v, 'pubblica', {}, base.coordinatore)]);
    expect(answers.map(a => a.status).sort()).toEqual([200, 412]);
  });

  it('after it nothing changes any more', async () => {
    const v = await approvato(testo({ text: 'Un testo.' }));
    const { body } = await passo(v, 'pubblica');
    expect(body.azioni).toEqual([]);
    expect((await salva(v, punto(body), testo({ text: 'Altro.' }))).body.code).toBe('verbale.stato');
    expect((await passo(body, 'restituisci', { motivazione: 'Un motivo lungo abbastanza.' })).body.code).toBe('verbale.stato');
  });
});

describe('F-10: at the same moment', () => {
  const volte = (n: number, gara: () => Promise<void>) =>
    Array.from({ length: n }).reduce<Promise<void>>(prima => prima.then(gara), Promise.resolve());

  it('of eight who save the same part exactly one succeeds, and the others are told what stands', async () => {
    const v = await nuovo();
    const s = punto(v);
    const testi = Array.from({ length: 8 }, (_, n) => `Il testo numero ${n}.`);
    const answers = await Promise.all(
      testi.map((text, n) => salva(v, s, testo({ text }), n % 2 === 0 ? base.referente : base.coordinatore)),
    );
    expect(answers.map(a => a.status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 412)]);
    const vince = answers.findIndex(a => a.status === 200);
    expect(punto(await leggi(v))).toMatchObject({ version: 2, documento: testo({ text: testi[vince] ?? '' }) });
  });

  it('what is saved while another approves is in the approved text, or is refused', () =>
    volte(5, async () => {
      const v = (await passo(await nuovo(), 'invia_in_revisione')).body;
      const s = punto(v);
      const [salvato, approvatoDa] = await Promise.all([
        salva(v, s, testo({ text: 'Aggiunto in fretta.' })),
        passo(v, 'approva', {}, base.coordinatore),
      ]);
      const scritto = JSON.stringify((await leggi(v)).sezioni).includes('Aggiunto in fretta.');
      expect([200, 409, 412]).toContain(salvato.status);
      expect([200, 412]).toContain(approvatoDa.status);
      expect(scritto).toBe(salvato.status === 200);
    }));

  it('nobody approves over a correction that is being proposed', () =>
    volte(5, async () => {
      const v = await nuovo();
      const s = punto(v);
      await salva(v, s, testo({ text: 'I posti letto sono dodici.' }));
      const revisione = (await passo(v, 'invia_in_revisione')).body;
      const [proposta] = await Promise.all([
        world.as(membro).post(`${at()}/verbali/${v.id}/correzioni`, {
          sezioneId: s.id,
          passaggio: 'dodici',
          proposta: 'quattordici',
          motivo: 'Il dato è stato aggiornato.',
        }),
        passo(revisione, 'approva', {}, base.coordinatore),
      ]);
      const { stato, correzioni } = await leggi(v);
      expect([stato, correzioni.filter(c => c.stato === 'proposta').length]).toEqual(
        proposta.status === 201 ? ['in_revisione', 1] : ['approvato', 0],
      );
    }));

  it('the same correction decided two ways has one outcome, and is in the text at most once', () =>
    volte(5, async () => {
      const v = await nuovo();
      const s = punto(v);
      await salva(v, s, testo({ text: 'I posti letto sono dodici.' }));
      await passo(v, 'invia_in_revisione');
      await world.as(membro).post(`${at()}/verbali/${v.id}/correzioni`, {
        sezioneId: s.id,
        passaggio: 'dodici',
        proposta: 'quattordici',
        motivo: 'Il dato è stato aggiornato.',
      });
      const correzione = (await leggi(v)).correzioni[0]?.id ?? '';
      const esito = (come: string, chi: Persona, body: object) =>
        world.as(chi).post<Problem>(`${at()}/verbali/${v.id}/correzioni/${correzione}/esiti/${come}`, body);
      const answers = await Promise.all([
        esito('accogli', base.referente, {}),
        esito('respingi', base.coordinatore, { motivazione: 'Il dato vecchio è quello giusto.' }),
      ]);
      expect(answers.map(a => a.status < 300).sort()).toEqual([false, true]);
      const { sezioni, correzioni } = await leggi(v);
      const accolta = correzioni[0]?.stato === 'accolta';
      expect(accolta).toBe((answers[0]?.status ?? 500) < 300);
      expect(sezioni.find(x => x.id === s.id)?.documento).toEqual(
        testo({ text: `I posti letto sono ${accolta ? 'quattordici' : 'dodici'}.` }),
      );
    }));

  it('two verbali of a tavolo approved together have one number each, with no gap', async () => {
    const due = await Promise.all([nuovo(), nuovo({ titolo: 'Un altro incontro' })]);
    const revisione = await Promise.all(due.map(async v => (await passo(v, 'invia_in_revisione')).body));
    const approvati = await Promise.all(revisione.map(v => passo(v, 'approva')));
    expect(approvati.map(a => a.body.numero?.numero).sort()).toEqual([1, 2]);
  });
});
