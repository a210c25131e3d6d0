import type { ContributoPubblicoView, ElaboratoPubblicoView, IncontroView, OscuramentoView, Problem, VerificaView } from '@tavoli/shared';
import { createHash } from 'node:crypto';
import { testWorld, type World } from '../../testing/app.js';
import { baseElaborati, documento, Elaborati, type BaseElaborati } from '../../testing/scenario/elaborati.js';
import { multipart } from '../../testing/multipart.js';
import { Oscuramenti } from '../../testing/scenario/oscuramenti.js';
import { pdfGlyphs } from '../../testing/files/pdf-text.js';
import { Piani, UN_PDF } from '../../testing/scenario/piani.js';
import { Compilatore } from '../piani/dossier/compilatore.js';
import { DossierCoda } from '../piani/dossier/dossier.coda.js';
import { DossierEsito, Superato } from '../piani/dossier/dossier.esito.js';
import { COPIE } from './oscurare/copie.js';

let world: World;
let base: BaseElaborati;
let oscura: Oscuramenti;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await baseElaborati(world);
  oscura = new Oscuramenti(world, base);
});
afterAll(() => world.close());

const NOME = 'Ginevra Zanzottera';
const at = (path = '') => `/ambiti/${base.ambito.slug}${path}`;
const sha256 = (b: Buffer): string => createHash('sha256').update(b).digest('hex');
const verifica = async (file: Buffer) => (await world.as(null).get<VerificaView>(`/verifica/${sha256(file)}`)).body;
const unPdf = (parole: string) => Buffer.concat([UN_PDF, Buffer.from(`% ${parole}\n%%EOF\n`)]);
const NUOVO = unPdf('senza nomi');

describe('a public contributo', () => {
  async function contributo(testo: string, omissis: object[] = []): Promise<string> {
    const { id } = await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'in_moderazione', titolo: `Per ${NOME}`, testo });
    const { body } = await world.as(base.referente).get<{ version: number }>(at(`/contributi/${id}/gestione`));
    const done = await world
      .as(base.referente)
      .post(
        at(`/contributi/${id}/azioni/pubblica`),
        { omissis, ...(omissis.length > 0 ? { motivoOmissis: 'Dati di altri' } : {}) },
        { version: body.version },
      );
    if (done.status !== 200) throw new Error(done.text);
    return id;
  }
  const tutto = async (id: string) =>
    [
      await world.as(null).get(at(`/contributi/${id}`)),
      await world.as(base.referente).get(at(`/contributi/${id}/gestione`)),
      await world.as(null).get(at('/contributi')),
      await world.as(null).get(at('/ricerca?q=Zanzottera')),
    ]
      .map(r => r.text)
      .join();

  it('G-4: loses the words on its page, behind it and in lists; what was left out before stays left out, also when it is changed again', async () => {
    const testo = `Chi abita in via Segreta sa che ${NOME} non ha un autobus. Lo dice ${NOME.toUpperCase()} stessa.`;
    const dal = testo.indexOf('via Segreta');
    const id = await contributo(testo, [{ campo: 'testo', dal, al: dal + 'via Segreta'.length }]);
    const done = await oscura.esegui('contributo', id, [NOME]);
    expect([done.status, done.body.passaggi]).toEqual([201, 3]);
    expect(await tutto(id)).not.toMatch(/zanzottera/i);
    const { body } = await world.as(null).get<ContributoPubblicoView>(at(`/contributi/${id}`));
    expect([body.testi?.testo, body.testi?.titolo, body.oscuratoAt]).toEqual([
      'Chi abita in [omissis] sa che [oscurato] non ha un autobus. Lo dice [oscurato] stessa.',
      'Per [oscurato]',
      expect.any(String),
    ]);
    const gestione = (
      await world.as(base.referente).get<{ version: number; omissis: object[]; testi: { testo: string } }>(at(`/contributi/${id}/gestione`))
    ).body;
    expect(gestione.testi.testo).toContain('via Segreta');
    const ancora = await world
      .as(base.referente)
      .put(
        at(`/contributi/${id}/omissis`),
        { omissis: gestione.omissis, motivoOmissis: 'Dati di altri', filesPubblici: [] },
        { version: gestione.version },
      );
    expect(ancora.status).toBe(200);
    expect((await world.as(null).get<ContributoPubblicoView>(at(`/contributi/${id}`))).body.testi).toEqual(body.testi);
  });

  it('takes the words with it from those merged into it, from its steps, and from mails that wait', async () => {
    const [uno, due] = [
      await contributo(`${NOME} ha bisogno di una navetta per il centro.`),
      await contributo(`Anche io conosco ${NOME}, vicina di casa.`),
    ];
    const vista = (await world.as(base.referente).get<{ version: number }>(at(`/contributi/${due}/gestione`))).body;
    const unito = await world
      .as(base.referente)
      .post(
        at(`/contributi/${due}/azioni/unisci`),
        { principaleId: uno, motivazione: `Parlano tutti e due di ${NOME}.` },
        { version: vista.version },
      );
    expect(unito.status).toBe(200);
    const { body } = await oscura.esegui('contributo', uno, [NOME]);
    expect(body.anche).toEqual([{ tipo: 'contributo', id: due }]);
    expect((await tutto(uno)) + (await tutto(due))).not.toMatch(/zanzottera/i);
    expect(
      JSON.stringify(
        await world.db.query(`SELECT subject, testo, html FROM email WHERE ambito_id = $1 AND stato = 'in_coda'`, [base.ambito.id]),
      ),
    ).not.toMatch(/zanzottera/i);
  });
});

describe('an accepted elaborato', () => {
  it('has other fingerprints: JSON and PDF are made anew, the old ones are told as replaced, the tavolo reads the words no more', async () => {
    const elaborati = new Elaborati(world, base);
    const e = await elaborati.nuovo('documento_libero', { titolo: `Progetto per ${NOME}` });
    await elaborati.scrivi(e, { testo: { tipo: 'testo', documento: documento(`Il centro accoglie ${NOME} e altri.`) } });
    await elaborati.porta(e, 'accolto');
    const file = async () => [
      (await world.as(null).get(at(`/elaborati/${e.id}/elaborato.pdf`))).raw,
      (await world.as(null).get(at(`/elaborati/${e.id}/elaborato.json`))).raw,
    ];
    const prima = await file();
    const { status, body } = await oscura.esegui('elaborato', e.id, [NOME]);
    expect([status, body.impronte.length]).toEqual([201, 2]);
    const dopo = await file();
    for (const f of prima)
      expect(await verifica(f)).toMatchObject({ autentico: false, sostituito: { percorso: `/${base.ambito.slug}/elaborati/${e.id}` } });
    for (const f of dopo) expect(await verifica(f)).toMatchObject({ autentico: true });
    const pubblico = await world.as(null).get<ElaboratoPubblicoView>(at(`/elaborati/${e.id}/pubblico`));
    expect(
      [pubblico.text, JSON.stringify(await elaborati.leggi(e, base.membro)), pdfGlyphs(dopo[0] ?? Buffer.alloc(0)), String(dopo[1])].join(),
    ).not.toMatch(/zanzottera/i);
    expect(pubblico.body.titolo).toBe('Progetto per [oscurato]');
  });

  it('tells the words of the decision that approved it no more, once its verbale does not', async () => {
    const piani = new Piani(world, base);
    const verbale = await piani.verbalePubblicato();
    const decisioni = [{ testo: `Si approva, sentita ${NOME}.`, modo: 'unanimita', favorevoli: null, contrari: null, astenuti: null }];
    await world.db.query(
      `UPDATE verbale_pubblicazione SET contenuto = jsonb_set(contenuto, '{sezioni,0,decisioni}', $2::jsonb) WHERE verbale_id = $1`,
      [verbale, JSON.stringify(decisioni)],
    );
    const [sezione] = await world.db
      .query<{ id: string }[]>('UPDATE verbale_sezione SET decisioni = $2 WHERE verbale_id = $1 RETURNING id', [
        verbale,
        JSON.stringify(decisioni),
      ])
      .then(([r]) => r as unknown as { id: string }[]);
    const elaborati = new Elaborati(world, base);
    const e = await elaborati.nuovo();
    await elaborati.scrivi(e, { testo: { tipo: 'testo', documento: documento('Il centro diurno.') } });
    const aperto = await elaborati.porta(e, 'in_consultazione');
    await elaborati.passo(aperto, 'approva', { approvazione: { verbaleId: verbale, sezioneId: sezione?.id, decisione: 0 } });
    await elaborati.porta(e, 'accolto');
    expect((await oscura.esegui('verbale', verbale, [NOME])).status).toBe(201);
    expect(
      [
        (await world.as(null).get(at(`/elaborati/${e.id}/pubblico`))).text,
        JSON.stringify(await elaborati.leggi(e, base.membro)),
        pdfGlyphs((await world.as(null).get(at(`/elaborati/${e.id}/elaborato.pdf`))).raw),
      ].join(),
    ).not.toMatch(/zanzottera/i);
  });
});

describe('a public file', () => {
  const incontro = async (pdf: Buffer) => {
    const { id } = await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'convocato' });
    const { body } = await world
      .as(base.referente)
      .send<{ id: string }>('POST', at(`/incontri/${id}/files`), ...multipart('elenco.pdf', pdf));
    return { id, file: body.id, prendi: () => world.as(null).get(at(`/incontri/${id}/files/${body.id}`)) };
  };

  it('is replaced: the old bytes are nowhere public, the new ones stand in their place, the archive keeps both apart', async () => {
    const prima = unPdf(NOME);
    const n = await incontro(prima);
    const done = await oscura.file('file_incontro', n.file, NUOVO);
    expect([done.status, (await n.prendi()).raw.equals(NUOVO)]).toEqual([201, true]);
    expect(await verifica(prima)).toMatchObject({
      autentico: false,
      sostituito: { nuova: sha256(NUOVO), percorso: `/${base.ambito.slug}/incontri/${n.id}` },
    });
    const archivio = done.body.originali.map(o => at(`/oscuramenti/${done.body.id}/originali/${o.id}`));
    const letti = await Promise.all(archivio.map(a => world.as(base.coordinatore).get(a)));
    expect(letti.some(l => l.raw.equals(prima))).toBe(true);
    for (const a of archivio) expect((await world.as(base.ufficio).get(a)).status).toBe(403);
  });

  it('is taken away, or refused with the reason: the same bytes, an upload of somebody else, one used already', async () => {
    const n = await incontro(unPdf('da togliere'));
    expect((await oscura.file('file_incontro', n.file, (await n.prendi()).raw)).body.code).toBe('oscuramento.sostituto_uguale');
    const altro = await world.scenario.incarico(base.ambito, 'coordinatore');
    const suo = (await world.as(altro).send<{ id: string }>('POST', oscura.at('/sostituti'), ...multipart('x.pdf', NUOVO))).body;
    const { version } = await oscura.scheda('file_incontro', n.file);
    const mio = await world
      .as(base.coordinatore)
      .post<Problem>(
        oscura.at(`/file/file_incontro/${n.file}`),
        { sostituto: suo.id, motivazione: 'Contiene nomi.', avvertito: true },
        { version },
      );
    expect(mio.body.code).toBe('oscuramento.sostituto_mancante');
    expect((await oscura.file('file_incontro', n.file, null)).status).toBe(201);
    expect((await n.prendi()).status).toBe(404);
    expect((await world.as(null).get<IncontroView>(at(`/incontri/${n.id}`))).text).not.toContain('elenco.pdf');
  });

  it('an act among the allegati is replaced only, and the dossier is made anew with it', async () => {
    const piani = new Piani(world, base);
    await piani.atto('Delibera');
    await piani.chiudi();
    await piani.azione('pubblica');
    const zip = await piani.file('zip');
    const allegato = (await piani.leggi()).allegati[0]?.id ?? '';
    expect((await oscura.file('file_piano', allegato, null)).body).toMatchObject({
      code: 'oscuramento.serve_sostituto',
      errors: [{ pointer: '/sostituto' }],
    });
    expect((await oscura.file('file_piano', allegato, NUOVO)).body).toMatchObject({ stato: 'in_corso' });
    await piani.lavora();
    expect((await piani.verifica(UN_PDF)).sostituito).toMatchObject({ nuova: sha256(NUOVO) });
    expect((await piani.verifica(zip)).sostituito).toMatchObject({ nuova: sha256(await piani.file('zip')) });
  });
});

describe('a dossier that was read before and finished after', () => {
  it('B-12: is thrown away and made again, and one that failed is asked for again by hand', async () => {
    const piani = new Piani(world, base);
    const verbale = await piani.verbalePubblicato(`Parla ${NOME}.`);
    await piani.aggiungi({ tipo: 'verbali' });
    await piani.azione('chiudi');
    const coda = world.app.get(DossierCoda, { strict: false });
    const lavoro = await coda.prendi();
    if (lavoro === null) throw new Error('no dossier to make');
    const compilato = await world.app.get(Compilatore, { strict: false }).compila(lavoro, () => Promise.resolve());
    const { body } = await oscura.esegui('verbale', verbale, [NOME]);
    await expect(world.app.get(DossierEsito, { strict: false }).scrivi(compilato)).rejects.toBeInstanceOf(Superato);
    await coda.rimetti(lavoro);
    await piani.lavora();
    expect(pdfGlyphs(await piani.file('pdf'))).not.toContain('Zanzottera');
    const riprendi = () => world.as(base.coordinatore).post<Problem>(oscura.at(`/${body.id}/dossier`));
    expect((await riprendi()).status).toBe(404);
    const secondo = (await oscura.esegui('verbale', verbale, ['Parla'])).body;
    await world.db.query(`UPDATE dossier SET stato = 'fallito' WHERE ambito_id = $1 AND stato = 'in_coda'`, [base.ambito.id]);
    const stato = async () =>
      (await world.as(base.coordinatore).get<{ items: OscuramentoView[] }>(oscura.at())).body.items.find(o => o.id === secondo.id)?.stato;
    expect(await stato()).toBe('da_riprendere');
    const ripreso = () => world.as(base.coordinatore).post<Problem>(oscura.at(`/${secondo.id}/dossier`));
    expect([(await ripreso()).status, (await ripreso()).body.code]).toEqual([201, 'oscuramento.niente_da_riprendere']);
    await piani.lavora();
    expect(await stato()).toBe('compiuto');
  });
});

/** Columns of tables of copies that hold no words of anybody: keys, states, kinds, names of who acted. */
const SENZA_PAROLE =
  /(^|_)(id|stato|tipo|chiave|nome|da|autore|sha256|quorum|scrivono|canale|codice|comune|zona|provenienza|decisione|impronta|relatore|ordine|omissis|motivo|numero|percorso|email|tavolo)$/;

it('G-4: every column of the tables where words are copied is blacked out, or holds none', async () => {
  const tabelle = Object.values(COPIE).flat();
  const colonne = await world.db.query<{ tabella: string; colonna: string }[]>(
    `SELECT table_name AS tabella, column_name AS colonna FROM information_schema.columns WHERE table_schema = 'public' AND data_type IN ('text', 'jsonb') AND table_name = ANY($1)`,
    [[...new Set(tabelle.map(t => t.tabella))]],
  );
  expect(colonne.length).toBeGreaterThan(30);
  // Those of the published text itself are written by `cose/`.
  const suoi = [
    'contributo.testi',
    'contributo.pubblico',
    'contributo.motivazione',
    'contributo.motivo_omissis',
    'allegato.file',
    'contributo.raccolto_da',
    // Ids alone: a check of the schema says so.
    'elaborato.approvazione',
  ];
  const mancano = colonne.filter(
    c =>
      !suoi.includes(`${c.tabella}.${c.colonna}`) &&
      !tabelle.some(t => t.tabella === c.tabella && c.colonna in t.colonne) &&
      !SENZA_PAROLE.test(c.colonna),
  );
  expect(mancano.map(c => `${c.tabella}.${c.colonna}`)).toEqual([]);
});
