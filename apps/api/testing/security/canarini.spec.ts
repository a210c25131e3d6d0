import { Piani, type BasePiano } from '../scenario/piani.js';
import type { Persona } from '../scenario.js';
import { TIPI_GEMELLO, TIPI_VIVI } from '@tavoli/shared';
import { testWorld, type World } from '../app.js';
import { hashSecret, newSecret } from '../../src/platform/tokens/secret.js';
import { DossierWorker } from '../../src/piani/dossier/dossier.worker.js';
import { announce } from '../../src/platform/realtime/bus.js';
import { Giudizio } from './canarini/giudizio.js';
import { Letture, type Lettore, type Risposta } from './canarini/letture.js';
import { Ascolto } from './canarini/ascolto.js';
import { mondoIntrecciato, type Mondo } from './canarini/mondo.js';
import { Oscurati } from './canarini/oscurati.js';
import { pagine } from './canarini/pagine.js';
import { CANARINO, colonneDiTesto, semina } from './canarini/semina.js';
import { PAROLE, TESTI } from './canarini/testi.js';
import { conBytes, usa } from './canarini/usi.js';

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
  await usa(world, mondo);
  giudizio.cambiato();
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

/** Of everything that a dossier can hold, closed and published with a dossier of its own: what that says is fixed from now on. */
async function pubblicaPiano(): Promise<void> {
  const [ambito] = await world.db.query<[{ id: string; slug: string; piano: string }]>(
    'SELECT a.id, a.slug, p.id AS piano FROM ambito a JOIN piano_di_zona p ON p.ambito_id = a.id WHERE a.id = $1 ORDER BY p.dal DESC LIMIT 1',
    [mondo.ambito.id],
  );
  const piani = new Piani(world, { ambito, coordinatore: mondo.cast.people.coordinatore } as BasePiano);
  await conBytes(world);
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
      '/impostazioni',
      '/ricerca?q=prova',
      '/cose?q=prova',
      `/tavoli/${mondo.una('tavolo', '')}/conflitti?${ore}`,
      `/plenarie/conflitti?${ore}`,
      `/tavoli/${mondo.una('tavolo', '')}/serie?${ore}&cadenza=mese&finoAl=2031-06-30T21:00:00.000Z`,
      `/plenarie/serie?${ore}&cadenza=mese&finoAl=2031-06-30T21:00:00.000Z`,
      '/plenarie/modelli-odg',
      `/designazioni/${mondo.una('designazione', 'accettata')}/decadenze/prove`,
      '/posti-diretti/comuni',
      '/caricamenti',
      `/caricamenti/${mondo.una('caricamento', 'simulazione')}`,
      `/caricamenti/${mondo.una('caricamento', 'simulazione')}/righe`,
      '/oscuramenti',
      '/oscuramenti/pubblicati?tipo=contributo',
      `/oscuramenti/cose/contributo/${contributo}`,
      `/protocolli?tipo=convocazione&oggettoId=${mondo.una('incontro', 'convocato')}`,
      `/sostituiti?percorso=/contributi/${contributo}`,
    ];
  };
  /** Asked with a secret or by who owns it, in the specs of their features: the same contract holds there. */
  const ALTROVE = [
    'GET /api/v1/consenso',
    'GET /api/v1/nomina',
    'GET /api/v1/inviti/operatore',
    'GET /api/v1/invito/verbale',
    'GET /api/v1/date',
    'GET /api/v1/consultazione',
    'GET /api/v1/guida/ricerca',
    'GET /api/v1/account/contributi/:mio',
  ];

  it('every route that reads has answered here, so that its SQL was held against the view that it declares', async () => {
    for (const path of altre()) await world.as(mondo.cast.people.coordinatore as Persona).get(`/ambiti/${mondo.ambito.slug}${path}`);
    const { seen } = world.contract;
    const views = world.contract.reads().filter(route => route.answer?.json !== undefined);
    expect(
      views
        .map(route => `${route.method} ${route.path}`)
        .filter(name => !seen.has(name))
        .sort(),
    ).toEqual(ALTROVE.toSorted());
  });
});

let dalleOre = new Date(0);
/** All that the public reads, documents printed with the words that stand now among it. */
let pubblicate: Risposta[] = [];

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
    await new Oscurati(world, mondo).ristampa();
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
    pubblicate = await delPubblico();
    const pubblico = await detto(pubblicate);
    expect(prima.filter(parola => pubblico.includes(parola))).toEqual([]);
    expect(pubblico).toContain('[omissis]');
    expect(await giudizio.perdite(PUBBLICO, pubblicate)).toEqual([]);
  });

  it('G-4: whatever a document was printed with can be blacked out in it, but for the names of the ambito', async () => {
    const documenti = pubblicate.flatMap(r => {
      const [, tipo, id] = /\/(verbal|elaborat)i\/([^/]+)\/(?:verbale|elaborato)\.(?:pdf|json)$/.exec(r.url) ?? [];
      return id !== undefined && r.status === 200
        ? [{ tipo: tipo === 'verbal' ? ('verbale' as const) : ('elaborato' as const), id, r }]
        : [];
    });
    const delLuogo = giudizio.quali(c => c.parole.di === 'ambito');
    let stampate = 0;
    for (const { tipo, id, r } of documenti) {
      const letto = await new Oscurati(world, mondo).nonTagliabili(tipo, id, r);
      expect([r.url, letto.restano.filter(parola => !delLuogo.includes(parola))]).toEqual([r.url, []]);
      stampate += letto.stampate.length;
    }
    expect(stampate).toBeGreaterThan(10);
  });

  it('G-4: words of every kind of text that can be blacked out are in no public answer, page, file, search, feed or table of open data', async () => {
    const oscurati = new Oscurati(world, mondo);
    await oscurati.prepara();
    const tolte: string[] = [];
    // Those that documents were printed with come first: documents follow them.
    for (const tipo of [...TIPI_VIVI, ...TIPI_GEMELLO]) {
      const { id, parole } = await oscurati.ilPiuDetto(tipo, pubblicate);
      expect([tipo, (await oscurati.oscura.esegui(tipo, id, parole, { includi: () => true })).status]).toEqual([tipo, 201]);
      tolte.push(...parole);
    }
    await world.app.get(DossierWorker, { strict: false }).lavora();
    giudizio.cambiato();
    const detto = (await delPubblico()).map(r => r.testo).join('\n');
    expect(tolte.filter(parola => detto.includes(parola))).toEqual([]);
    expect(detto).toContain('[oscurato]');
    for (const chi of lettori().filter(l => l.nome === 'rappresentante' || l.nome === 'referente')) {
      const letto = (await (await Letture.di(world, mondo.ambito)).tutte(chi, url => !url.includes('/piani/')))
        .map(r => r.testo)
        .join('\n');
      expect([chi.nome, tolte.filter(parola => letto.includes(parola))]).toEqual([chi.nome, []]);
    }
  });

  it('is in no frame of a socket: open pages are told where to look again, and no word', () => {
    expect(new Set(ascolto.detto.map(d => d.chi)).size).toBeGreaterThan(1);
    expect(ascolto.detto.filter(d => d.frame.match(CANARINO) !== null)).toEqual([]);
  });
});
