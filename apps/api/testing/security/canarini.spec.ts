import { Piani, UN_PDF, type BasePiano } from '../scenario/piani.js';
import type { Persona } from '../scenario.js';
import { testWorld, type World } from '../app.js';
import { hashSecret, newSecret } from '../../src/platform/tokens/secret.js';
import { BLOB_STORE, type BlobStore } from '../../src/platform/storage/blob-store.js';
import { announce } from '../../src/platform/realtime/bus.js';
import { Giudizio } from './canarini/giudizio.js';
import { Letture, type Lettore, type Risposta } from './canarini/letture.js';
import { Ascolto } from './canarini/ascolto.js';
import { mondoIntrecciato, type Mondo } from './canarini/mondo.js';
import { pagine } from './canarini/pagine.js';
import { CANARINO, colonneDiTesto, semina } from './canarini/semina.js';
import { PAROLE, TESTI } from './canarini/testi.js';

let world: World;
let mondo: Mondo;
let giudizio: Giudizio;
let ascolto: Ascolto;
beforeAll(async () => {
  world = await testWorld();
  mondo = await mondoIntrecciato(world);
  giudizio = new Giudizio(world, mondo.ambito);
  await world.app.listen(0, '127.0.0.1');
  giudizio.seminati(await semina(world.db));
  ascolto = await Ascolto.di(world, [...lettori(), { nome: 'coordinatore', persona: mondo.cast.people.coordinatore as Persona }]);
  await usa();
  await pubblicaPiano();
});
afterAll(() => {
  ascolto.chiudi();
  return world.close();
});

const PUBBLICO: Lettore = { nome: 'chiunque', persona: null };
const lettori = (): Lettore[] => [
  ...(['operatore', 'rappresentante', 'referente', 'referente_altro_tavolo', 'ufficio_di_piano', 'coordinatore_altro_ambito'] as const).map(
    nome => ({ nome, persona: mondo.cast.people[nome] as Persona }),
  ),
  { nome: 'autore', persona: null, segreto: mondo.cast.secrets.autore ?? '' },
  { nome: 'invitato', persona: null, segreto: mondo.cast.secrets.invitato ?? '' },
];

/** Through every way in which the words of one thing come near another: each with canaries in place. */
async function usa(): Promise<void> {
  const { una, passo, cast } = mondo;
  const coordinatore = cast.people.coordinatore as Persona;
  const contributo = (id: string, azione: string, body: object) =>
    passo(coordinatore, 'contributo', id, `/contributi/${id}/azioni/${azione}`, body);
  const [tavolo] = await world.db.query<{ id: string }[]>('SELECT id FROM tavolo WHERE ambito_id = $1 ORDER BY codice DESC LIMIT 1', [
    mondo.ambito.id,
  ]);
  const motivazione = 'Dice la stessa cosa di un altro.';
  await passo(coordinatore, 'contributo', una('contributo', 'rinviato'), `/contributi/${una('contributo', 'rinviato')}/spostamenti`, {
    tavoloId: tavolo?.id,
    motivazione,
  });
  await contributo(una('contributo', 'pubblicato'), 'unisci', { principaleId: una('contributo', 'in_esame'), motivazione });
  await contributo(una('contributo', 'in_moderazione'), 'unisci', { principaleId: una('contributo', 'accolto'), motivazione });
  const approvato = una('verbale', 'approvato');
  await passo(coordinatore, 'verbale', approvato, `/verbali/${approvato}/azioni/pubblica`, { avvisiVisti: true });
  for (const { id } of await world.db.query<{ id: string }[]>(
    `SELECT id FROM elaborato WHERE ambito_id = $1 AND stato = 'consegnato' ORDER BY id`,
    [mondo.ambito.id],
  ))
    await passo(coordinatore, 'elaborato', id, `/elaborati/${id}/azioni/accogli`);
  giudizio.cambiato();
}

/** Of everything that a dossier can hold, closed and published with a dossier of its own: what that says is fixed from now on. */
async function pubblicaPiano(): Promise<void> {
  const [ambito] = await world.db.query<[{ id: string; slug: string; piano: string }]>(
    'SELECT a.id, a.slug, p.id AS piano FROM ambito a JOIN piano_di_zona p ON p.ambito_id = a.id WHERE a.id = $1 ORDER BY p.dal DESC LIMIT 1',
    [mondo.ambito.id],
  );
  const piani = new Piani(world, { ambito, coordinatore: mondo.cast.people.coordinatore } as BasePiano);
  await conBytes();
  for (const tipo of ['verbali', 'elenco_rappresentanti', 'registro_presenze', 'contributi']) await piani.aggiungi({ tipo });
  const { dossier } = await piani.chiudi();
  if (dossier[0]?.stato !== 'pronto') throw new Error(`No dossier: ${dossier[0]?.errore ?? 'none'}`);
  await piani.azione('pubblica');
  giudizio.cambiato();
  const letture = await Letture.di(world, mondo.ambito);
  const letti = [...(await letture.tutte(PUBBLICO, url => DOSSIER.test(url))), ...(await pagine(letture, url => DOSSIER.test(url)))];
  perditeDelDossier = await giudizio.perdite(PUBBLICO, letti);
  giudizio.fissa(DOSSIER, letti);
}
/** What the scenario published has a fingerprint and no file: a dossier is made of the files. */
async function conBytes(): Promise<void> {
  const store = world.app.get<BlobStore>(BLOB_STORE, { strict: false });
  const { sha256, size } = await store.put(UN_PDF, { maxBytes: UN_PDF.length });
  for (const [tabella, colonna] of [
    ['verbale_pubblicazione', 'sha256'],
    ['elaborato_accoglimento', 'pdf_sha256'],
  ] as const)
    for (const { impronta } of await world.db.query<{ impronta: string }[]>(`SELECT DISTINCT ${colonna} AS impronta FROM ${tabella}`))
      if (!(await store.has(impronta)))
        await world.db.query(`UPDATE ${tabella} SET ${colonna} = $2, bytes = $3 WHERE ${colonna} = $1`, [impronta, sha256, size]);
}

const DOSSIER = /^\/(api\/v1\/ambiti\/)?[a-z0-9-]+\/piano$|\/pubblicato\/(pdf|zip)$|\/piani\/[^/]+\/(file\/|dossier\/)/;
let perditeDelDossier: string[] = ['(not read yet)'];

/** What everybody can find by searching: the table is all that the search reads. */
const trovabile = async (): Promise<Risposta> => ({
  url: '(ricerca)',
  status: 200,
  testo: JSON.stringify(await world.db.query('SELECT * FROM ricerca_voce WHERE ambito_id = $1', [mondo.ambito.id])),
});
const delPubblico = async (ancheLePagine = true): Promise<Risposta[]> => {
  const letture = await Letture.di(world, mondo.ambito);
  return [...(await letture.tutte(PUBBLICO)), ...(ancheLePagine ? await pagine(letture) : []), await trovabile()];
};

/** As everything stood once it had been used. */
let iniziali: Risposta[] = [];

describe('texts', () => {
  it('G-4: every column that can hold words is declared, words of another thing have no place among them, and each has its canary', async () => {
    const colonne = await colonneDiTesto(world.db);
    expect(colonne.filter(c => !(c in TESTI))).toEqual([]);
    expect(Object.keys(TESTI).filter(c => !colonne.includes(c))).toEqual([]);
  });

  it('G-4: each kind of words is found by its canary where the public may read it', async () => {
    iniziali = await delPubblico();
    const risposte = iniziali.map(r => r.testo).join('\n');
    const letti = PAROLE.filter(([colonna]) => giudizio.quali(c => c.colonna === colonna).some(parola => risposte.includes(parola))).map(
      ([colonna]) => colonna,
    );
    expect(letti).toEqual(
      expect.arrayContaining([
        'tavolo.nome',
        'contributo.pubblico',
        'incontro.titolo',
        'incontro_punto.titolo',
        'verbale_sezione.decisioni',
        'elaborato.titolo',
        'atto.titolo',
      ]),
    );
  });
});

describe('what a thing hides', () => {
  it('A-3, G-4: no public answer says it: every route, file, feed, table of open data and the search', async () => {
    expect(await giudizio.perdite(PUBBLICO, iniziali)).toEqual([]);
  });

  it('A-3, G-4: the dossier of the published Piano holds what was public when it was made, and nothing else', () => {
    expect(perditeDelDossier).toEqual([]);
  });

  it('A-3: no answer says it to members, staff of another tavolo or ambito, authors and invited people', async () => {
    const letture = await Letture.di(world, mondo.ambito);
    const perdite: string[] = [];
    for (const chi of lettori())
      perdite.push(
        ...(await giudizio.perdite(chi, [...(await letture.tutte(chi, url => !url.endsWith('.pdf'))), ...(await letture.documenti(chi))])),
      );
    expect(perdite).toEqual([]);
  });

  it('G-4: words changed where they stand are changed everywhere: nobody reads those of before', async () => {
    giudizio.seminati(await semina(world.db, (_, { documento }) => !documento));
    await announce(world.db.manager, { t: 'pagine', ambitoSlug: mondo.ambito.slug });
    expect(await giudizio.perdite(PUBBLICO, await delPubblico())).toEqual([]);
  });
});

describe('what is read', () => {
  /** Read with words, times and choices of their own. */
  const altre = () => {
    const ore = 'inizioAt=2031-01-07T10:00:00.000Z&fineAt=2031-01-07T12:00:00.000Z';
    const contributo = mondo.una('contributo', 'in_esame');
    return [
      '/ricerca?q=prova',
      `/tavoli/${mondo.una('tavolo', '')}/conflitti?${ore}`,
      `/plenarie/conflitti?${ore}`,
      '/oscuramenti',
      '/oscuramenti/pubblicati?tipo=contributo',
      `/oscuramenti/cose/contributo/${contributo}`,
      `/sostituiti?percorso=/contributi/${contributo}`,
    ];
  };
  /** Asked with a secret or by who owns it, in the specs of their features: the same contract holds there. */
  const ALTROVE = ['GET /api/v1/consenso', 'GET /api/v1/inviti/operatore', 'GET /api/v1/account/contributi/:mio'];

  it('every route that reads has answered here, so that its SQL was held against the view that it declares', async () => {
    for (const path of altre()) await world.as(mondo.cast.people.coordinatore as Persona).get(`/ambiti/${mondo.ambito.slug}${path}`);
    const { seen } = world.contract;
    const views = world.contract.reads().filter(route => route.answer?.json !== undefined);
    expect(views.map(route => `${route.method} ${route.path}`).filter(name => !seen.has(name))).toEqual(ALTROVE);
  });
});

let dalleOre = new Date(0);

/** Mails of now as answers: to who follows as to everybody, to an author in their own words too. */
const posta = async (): Promise<Risposta[]> => {
  const mails = await world.db.query<{ tipo: string; oggetto: string; testo: string }[]>(
    `SELECT tipo, oggetto_id AS oggetto, subject || testo || html AS testo FROM email e
     WHERE creata_at > $1 AND (tipo LIKE 'seguito.%' OR (tipo LIKE 'contributo.%' AND EXISTS (SELECT 1 FROM contributo c WHERE c.autore_email = e.a_indirizzo))) ORDER BY id`,
    [dalleOre],
  );
  return mails.map(m => ({
    url: `(posta) ${m.tipo}`,
    status: 200,
    testo: m.tipo.startsWith('contributo.') ? giudizio.senza(m.testo, m.oggetto) : m.testo,
  }));
};

describe('G-4: what was public and is left out', () => {
  const coordinatore = () => mondo.cast.people.coordinatore as Persona;
  const versione = async (tabella: string, id: string) =>
    (await world.db.query<{ version: number }[]>(`SELECT version FROM ${tabella} WHERE id = $1`, [id]))[0]?.version;

  it('was told to who follows it, and to the authors of what was merged into it in no words but theirs', async () => {
    giudizio.seminati(await semina(world.db, (_, { documento }) => !documento));
    dalleOre = (await world.db.query<[{ now: Date }]>('SELECT clock_timestamp() AS now'))[0].now;
    const id = mondo.una('contributo', 'in_esame');
    await mondo.passo(coordinatore(), 'contributo', id, `/contributi/${id}/azioni/accogli`, { motivazione: 'Va nel Piano, come chiesto.' });
    const mails = await posta();
    expect(mails.map(m => m.url)).toEqual(expect.arrayContaining(['(posta) seguito.contributo', '(posta) contributo.accogli']));
    expect(await giudizio.perdite(PUBBLICO, mails)).toEqual([]);
  });

  it('is in no public answer, search, feed or mail that waits: a title left out, a contributo withdrawn, an act kept within the offices', async () => {
    const [omesso, ritirato, atto] = [
      mondo.una('contributo', 'in_esame'),
      mondo.una('contributo', 'rinviato'),
      mondo.una('atto', 'pubblico'),
    ];
    const at = `/ambiti/${mondo.ambito.slug}`;
    const prima = giudizio.quali(
      c => (c.colonna === 'contributo.pubblico' && [omesso, ritirato].includes(c.di)) || (c.colonna === 'atto.titolo' && c.di === atto),
    );
    const detto = async (risposte: readonly Risposta[]) => [...risposte, ...(await posta())].map(r => r.testo).join('\n');
    const pubblicoPrima = await detto(await delPubblico(false));
    expect(prima.filter(parola => !pubblicoPrima.includes(parola))).toEqual([]);

    const omissis = (['titolo', 'testo'] as const).map(campo => ({ campo, indice: 0, dal: 0, al: 7 }));
    expect(
      (
        await world
          .as(coordinatore())
          .put(
            `${at}/contributi/${omesso}/omissis`,
            { omissis, motivoOmissis: 'Dati di salute.', filesPubblici: [] },
            { version: await versione('contributo', omesso) },
          )
      ).status,
    ).toBe(200);
    const segreto = newSecret();
    await world.db.query(`INSERT INTO contributo_segreto (segreto_hash, ambito_id, contributo_id, scopo) VALUES ($1, $2, $3, 'autore')`, [
      hashSecret(segreto),
      mondo.ambito.id,
      ritirato,
    ]);
    expect(
      (
        await world
          .as(null)
          .post('/contributo/azioni/ritira', {}, { version: await versione('contributo', ritirato), headers: { 'x-segreto': segreto } })
      ).status,
    ).toBe(200);
    const input = { direzione: 'uscita', tipo: 'delibera', titolo: 'Ora riservato', numero: null, data: null, albo: null, pubblico: false };
    expect((await world.as(coordinatore()).put(`${at}/iter/atti/${atto}`, input, { version: await versione('atto', atto) })).status).toBe(
      200,
    );

    giudizio.cambiato();
    const risposte = await delPubblico();
    const pubblico = await detto(risposte);
    expect(prima.filter(parola => pubblico.includes(parola))).toEqual([]);
    expect(pubblico).toContain('[omissis]');
    expect(await giudizio.perdite(PUBBLICO, risposte)).toEqual([]);
  });

  it('is in no frame of a socket: open pages are told where to look again, and no word', () => {
    expect(new Set(ascolto.detto.map(d => d.chi)).size).toBeGreaterThan(1);
    expect(ascolto.detto.filter(d => d.frame.match(CANARINO) !== null)).toEqual([]);
  });
});
