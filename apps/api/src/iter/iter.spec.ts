import { presetDi, type FaseView, type ImpostazioniView, type IterPubblicoView, type IterView, type Problem } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { gestione, unAtto, unaFase, unFirmatario, unOsservazione } from '../../testing/scenario/iter.js';
import { signed } from '../../testing/files/signed.js';
import { multipart } from '../../testing/multipart.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;
type Esito = { id: string; version: number };

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
const ATTO = {
  direzione: 'uscita',
  tipo: 'atto_indirizzo',
  titolo: 'Atto di indirizzo 2027',
  numero: '12',
  data: '2026-03-10',
  albo: 'https://albo.prova.it/12',
  pubblico: true,
};
const FASE_NUOVA = {
  titolo: 'Conferenza di piano',
  organo: 'altro',
  organoNome: 'Presidente',
  descrizione: 'Si discute la bozza in pubblico.',
  note: 'Sala da prenotare',
  responsabile: 'Ada Prova',
  responsabileIncaricoId: null,
  previstaDal: '2027-01-01',
  previstaAl: '2027-02-01',
  attesi: [],
};
const MOTIVO = 'Un motivo abbastanza lungo.';

let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
});
afterAll(() => world.close());

const at = (path: string) => `/ambiti/${base.ambito.slug}/iter${path}`;
const staff = () => world.as(base.coordinatore);
const vista = (): Promise<IterView> => gestione(world, base.ambito, base.coordinatore);
const apri = () => staff().post<Esito>(at(''), { modello: 'pavia', scadenza: '2027-12-31' });
const pubblico = async () => (await world.as(null).get<IterPubblicoView>(at(''))).body;
const passo = (fase: Pick<FaseView, 'id' | 'version'>, azione: string, body = {}) =>
  staff().post<Esito & Problem>(at(`/fasi/${fase.id}/azioni/${azione}`), body, { version: fase.version });

async function prima(): Promise<FaseView> {
  const [fase] = (await vista()).fasi;
  if (!fase) throw new Error('The iter has no phase.');
  return fase;
}

describe('an iter', () => {
  it('is opened from the template, in the words of the region, with a signatory for each comune and the ASL, and only once', async () => {
    await world.db.query(`UPDATE ambito SET regione = 'Toscana', parole = $2 WHERE id = $1`, [base.ambito.id, presetDi('Toscana')]);
    await world.db.query(`INSERT INTO comune (ambito_id, istat, nome, belfiore, abitanti) VALUES ($1, '078157', 'Crosia', 'D184', 10)`, [
      base.ambito.id,
    ]);
    expect(await vista()).toMatchObject({ iter: null, fasi: [] });
    expect((await apri()).status).toBe(201);
    const view = await vista();
    expect(view.fasi.map(f => f.stato)).toEqual(Array.from({ length: 11 }, () => 'da_avviare'));
    expect(view.fasi[1]?.descrizione).toBe('I comuni costituiscono la Segreteria tecnica e nominano chi coordina e segue i tavoli.');
    expect(view.fasi[4]?.organoMostrato).toBe('Segreteria tecnica');
    expect(view.firmatari.map(f => [f.tipo, f.ente])).toEqual([
      ['comune', 'Comune di Crosia'],
      ['asl', 'Azienda USL'],
    ]);
    expect([(await apri()).status, (await staff().post<Problem>(at(''), { modello: 'vuoto', scadenza: null })).body.code]).toEqual([
      409,
      'iter.esiste',
    ]);
  });

  it('says nothing was opened rather than fail, and refuses what needs it', async () => {
    expect(await pubblico()).toMatchObject({ fasi: [], firmatari: [], adesioni: [], osservazioni: [], scadenza: null });
    expect((await staff().post<Problem>(at('/fasi'), FASE_NUOVA)).body.code).toBe('iter.assente');
  });

  it('has its phases added, changed, moved and taken away; who moved another order is told', async () => {
    await apri();
    const nuova = await staff().post<Esito>(at('/fasi'), FASE_NUOVA);
    let { fasi, iter } = await vista();
    expect(fasi.at(-1)).toMatchObject({
      titolo: 'Conferenza di piano',
      organoMostrato: 'Presidente',
      responsabileMostrato: 'Ada Prova',
      previstaDal: '2027-01-01',
      eliminabile: true,
    });
    const ordine = [nuova.body.id, ...fasi.slice(0, -1).map(f => f.id)];
    expect((await staff().put(at('/ordine'), { fasi: ordine }, { version: iter?.version })).status).toBe(200);
    expect((await vista()).fasi.map(f => f.id)).toEqual(ordine);
    expect((await staff().put<Problem>(at('/ordine'), { fasi: ordine }, { version: iter?.version })).body.code).toBe('versione.superata');
    ({ fasi, iter } = await vista());
    expect((await staff().put<Problem>(at('/ordine'), { fasi: ordine.slice(1) }, { version: iter?.version })).body.code).toBe(
      'iter.ordine',
    );
    expect(
      (await staff().put<Problem>(at('/ordine'), { fasi: [...ordine.slice(1), ordine[1]] }, { version: iter?.version })).body.code,
    ).toBe('richiesta.non_valida');
    expect((await staff().put(at(`/fasi/${nuova.body.id}`), { ...FASE_NUOVA, titolo: 'Consultazione' }, { version: 1 })).status).toBe(200);
    expect((await staff().delete(at(`/fasi/${nuova.body.id}`), { version: 2 })).status).toBe(204);
    expect((await vista()).fasi).toHaveLength(11);
  });

  it('two who add at once make two phases in two places', async () => {
    await apri();
    await Promise.all(Array.from({ length: 4 }, () => staff().post(at('/fasi'), FASE_NUOVA)));
    const rows = await world.db.query<{ n: number }[]>('SELECT count(DISTINCT ordine)::int AS n FROM fase WHERE ambito_id = $1', [
      base.ambito.id,
    ]);
    expect(rows).toEqual([{ n: 15 }]);
  });
});

describe('a phase', () => {
  it('ends with its foreseen acts, or with a reason', async () => {
    await apri();
    expect((await passo(await prima(), 'avvia')).status).toBe(200);
    const bloccata = await passo(await prima(), 'concludi');
    expect([bloccata.status, bloccata.body.code, bloccata.body.errors?.[0]?.pointer]).toEqual([422, 'fase.atti_mancanti', '/motivazione']);
    expect(await prima()).toMatchObject({ stato: 'in_corso', mancanti: [{ tipo: 'atto_indirizzo' }] });
    await staff().post(at(`/fasi/${(await prima()).id}/atti`), ATTO);
    expect((await passo(await prima(), 'concludi')).status).toBe(200);
    expect(await prima()).toMatchObject({ stato: 'conclusa', mancanti: [], azioni: ['riapri'], motivazione: null });

    const seconda = (await vista()).fasi[1] as FaseView;
    await passo(seconda, 'avvia');
    expect((await passo({ ...seconda, version: 2 }, 'concludi', { motivazione: MOTIVO })).status).toBe(200);
    expect((await vista()).fasi[1]).toMatchObject({ stato: 'conclusa', motivazione: MOTIVO });
  });

  it('is skipped and opened again with a reason, which the public reads only of what was skipped', async () => {
    await apri();
    expect((await passo(await prima(), 'salta')).body.errors?.[0]?.pointer).toBe('/motivazione');
    await passo(await prima(), 'salta', { motivazione: MOTIVO });
    expect((await pubblico()).fasi[0]).toMatchObject({ stato: 'saltata', motivoSaltata: MOTIVO });
    await passo(await prima(), 'riapri', { motivazione: 'Serve, dopo tutto.' });
    expect((await pubblico()).fasi[0]).toMatchObject({ stato: 'in_corso', motivoSaltata: null, iniziataIl: expect.any(String) as string });
  });

  it('has days that make sense', async () => {
    await apri();
    const fase = await prima();
    expect(
      (await staff().put<Problem>(at(`/fasi/${fase.id}`), { ...FASE_NUOVA, previstaAl: '2026-01-01' }, { version: 1 })).body.errors?.[0]
        ?.pointer,
    ).toBe('/previstaAl');
    expect((await passo(fase, 'avvia', { data: '2999-01-01' })).body.errors?.[0]?.pointer).toBe('/data');
    await passo(fase, 'avvia', { data: '2026-03-01' });
    expect((await passo(await prima(), 'concludi', { data: '2026-02-01', motivazione: MOTIVO })).body.errors?.[0]?.pointer).toBe('/data');
    expect(await prima()).toMatchObject({ stato: 'in_corso', iniziataIl: '2026-03-01' });
  });

  it('once begun, or with an act, is never taken away', async () => {
    await apri();
    const {
      fasi: [prima_, seconda],
    } = await vista();
    await unAtto(world.db, base.ambito, { id: seconda?.id ?? '' }, true);
    await passo(prima_ as FaseView, 'avvia');
    expect((await staff().delete<Problem>(at(`/fasi/${prima_?.id}`), { version: 2 })).body.code).toBe('fase.con_atti');
    expect((await staff().delete<Problem>(at(`/fasi/${seconda?.id}`), { version: 1 })).body.code).toBe('fase.con_atti');
  });

  it('is given to somebody who holds an incarico here, or to a name', async () => {
    await apri();
    const [incarico] = await world.db.query<[{ id: string }]>(`SELECT id FROM incarico WHERE account_id = $1`, [base.ufficio.id]);
    const fase = await prima();
    await staff().put(at(`/fasi/${fase.id}`), { ...FASE_NUOVA, responsabile: null, responsabileIncaricoId: incarico.id }, { version: 1 });
    expect((await prima()).responsabileMostrato).toBe(`${base.ufficio.nome} ${base.ufficio.cognome}`);
    const other = await world.scenario.base();
    const [foreign] = await world.db.query<[{ id: string }]>(`SELECT id FROM incarico WHERE account_id = $1`, [other.ufficio.id]);
    expect(
      (await staff().put<Problem>(at(`/fasi/${fase.id}`), { ...FASE_NUOVA, responsabileIncaricoId: foreign.id }, { version: 2 })).body
        .errors?.[0]?.pointer,
    ).toBe('/responsabileIncaricoId');
  });
});

describe('an act', () => {
  const allega = (atto: Esito, name = 'atto.pdf', content = PDF) => {
    const [body, options] = multipart(name, content);
    return staff().send<Esito & Problem>('PUT', at(`/atti/${atto.id}/file`), body, { ...options, version: atto.version });
  };

  it('carries a PDF, given as a file to save, with its fingerprint', async () => {
    const fase = await unaFase(world.db, base.ambito);
    const { body: atto } = await staff().post<Esito>(at(`/fasi/${fase.id}/atti`), ATTO);
    expect((await allega(atto)).body).toEqual({ id: atto.id, version: 2 });
    const file = await world.as(null).get(at(`/atti/${atto.id}/file`));
    expect([
      file.status,
      file.headers['content-type'],
      file.headers['content-disposition'],
      file.headers['x-content-type-options'],
    ]).toEqual([200, 'application/pdf', expect.stringContaining('attachment'), 'nosniff']);
    expect(file.raw.equals(PDF)).toBe(true);
    expect((await pubblico()).fasi[0]?.atti[0]).toMatchObject({
      titolo: 'Atto di indirizzo 2027',
      data: '2026-03-10',
      albo: 'https://albo.prova.it/12',
      file: { nome: 'atto.pdf', bytes: PDF.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    });
    expect((await allega({ ...atto, version: 2 }, 'finto.pdf', Buffer.from('<script>'))).body.code).toBe('file.non_pdf');
    expect((await allega(atto)).body.code).toBe('versione.superata');
  });

  it('carries a signed envelope as it is: everybody reads who signed, as it says, and gets the same bytes', async () => {
    const busta = signed(PDF, [{ cn: 'Carla Bruni' }], { pieces: 20 });
    const { body: atto } = await staff().post<Esito>(at(`/fasi/${(await unaFase(world.db, base.ambito)).id}/atti`), ATTO);
    expect((await allega(atto, 'delibera.pdf.p7m', Buffer.from(busta))).status).toBe(200);
    const file = await world.as(null).get(at(`/atti/${atto.id}/file`));
    expect([file.headers['content-type'], file.raw.equals(busta)]).toEqual(['application/pkcs7-mime', true]);
    expect((await pubblico()).fasi[0]?.atti[0]?.file).toMatchObject({
      nome: 'delibera.pdf.p7m',
      bytes: busta.length,
      firmatari: ['Carla Bruni'],
    });
  });

  it('that is not public exists for the offices only', async () => {
    const fase = await unaFase(world.db, base.ambito);
    const { body: atto } = await staff().post<Esito>(at(`/fasi/${fase.id}/atti`), { ...ATTO, pubblico: false });
    await allega(atto);
    const file = at(`/atti/${atto.id}/file`);
    expect([
      (await world.as(null).get(file)).status,
      (await world.as(base.referente).get(file)).status,
      (await world.as(base.ufficio).get(file)).status,
    ]).toEqual([404, 404, 200]);
    const text = JSON.stringify(await pubblico());
    expect(text).not.toContain('Atto di indirizzo 2027');
    expect(text).not.toContain('Note riservate');
  });

  it('that a concluded phase rests on stays until the phase is opened again', async () => {
    const fase = await unaFase(world.db, base.ambito, 'conclusa');
    const atto = await unAtto(world.db, base.ambito, fase, true);
    expect((await staff().delete<Problem>(at(`/atti/${atto.id}`), { version: 1 })).body.code).toBe('atto.stato');
    expect((await staff().put<Problem>(at(`/atti/${atto.id}`), { ...ATTO, tipo: 'altro' }, { version: 1 })).body.code).toBe('atto.stato');
    await staff().post(at(`/fasi/${fase.id}/azioni/riapri`), { motivazione: MOTIVO }, { version: 1 });
    expect((await staff().delete(at(`/atti/${atto.id}`), { version: 1 })).status).toBe(204);
  });

  it.each(['http://albo.prova.it', 'javascript:alert(1)', 'https://u:p@albo.prova.it'])('leads to no albo at %s', async albo => {
    const fase = await unaFase(world.db, base.ambito);
    expect((await staff().post<Problem>(at(`/fasi/${fase.id}/atti`), { ...ATTO, albo })).body.errors?.[0]?.pointer).toBe('/albo');
  });
});

describe('the accordo di programma', () => {
  it('is signed with how, when and which act; a record made by mistake is taken back with a reason', async () => {
    const firmatario = await unFirmatario(world.db, base.ambito, 'da_raccogliere');
    const firma = (body: object, version: number, azione = 'firma') =>
      staff().post<Esito & Problem>(at(`/firmatari/${firmatario.id}/azioni/${azione}`), body, { version });
    const vuota = await firma({}, 1);
    expect([vuota.body.code, vuota.body.errors?.map(e => e.pointer)]).toEqual(['firmatario.dati_mancanti', ['/modo', '/data', '/atto']]);
    expect((await firma({ modo: 'approvazione', data: '2026-02-01', atto: 'Delibera n. 4' }, 1)).status).toBe(200);
    expect((await pubblico()).firmatari).toEqual([
      expect.objectContaining({ stato: 'raccolta', modo: 'approvazione', data: '2026-02-01', atto: 'Delibera n. 4' }),
    ]);
    expect((await staff().delete<Problem>(at(`/firmatari/${firmatario.id}`), { version: 2 })).body.code).toBe('firmatario.stato');
    expect((await firma({ motivazione: MOTIVO }, 2, 'annulla_firma')).status).toBe(200);
    expect((await pubblico()).firmatari).toEqual([
      expect.objectContaining({ stato: 'da_raccogliere', modo: null, data: null, atto: null }),
    ]);
  });

  it('shows nobody the address of a signatory but the offices', async () => {
    await unFirmatario(world.db, base.ambito, 'da_raccogliere');
    await staff().post(at('/firmatari'), {
      tipo: 'asl',
      ente: 'ASP di Prova',
      carica: 'Direttrice',
      persona: 'Dora Segreta',
      email: 'dora@prova.test',
    });
    expect(JSON.stringify(await pubblico())).not.toMatch(/dora@|Segreta/);
    expect((await vista()).firmatari).toEqual(expect.arrayContaining([expect.objectContaining({ email: 'dora@prova.test' })]));
  });

  it('keeps the observations, answered with reasons; the public reads those that were accepted', async () => {
    await unFirmatario(world.db, base.ambito, 'da_raccogliere');
    const { body } = await staff().post<Esito>(at('/osservazioni'), {
      tipo: 'sindacato',
      da: 'Pensionati di Prova',
      ricevutaIl: '2026-02-03',
      testo: 'Più ore di assistenza a casa.',
    });
    const rispondi = (azione: string, motivo: object, version: number) =>
      staff().post<Esito & Problem>(at(`/osservazioni/${body.id}/azioni/${azione}`), motivo, { version });
    expect(JSON.stringify(await pubblico())).not.toContain('assistenza a casa');
    expect((await rispondi('accogli_in_parte', {}, 1)).body.errors?.[0]?.pointer).toBe('/motivazione');
    expect((await rispondi('accogli_in_parte', { motivazione: MOTIVO }, 1)).status).toBe(200);
    expect((await rispondi('non_accogliere', { motivazione: MOTIVO }, 2)).body.code).toBe('osservazione.stato');
    expect((await pubblico()).osservazioni).toEqual([
      expect.objectContaining({ da: 'Pensionati di Prova', stato: 'accolta_in_parte', risposta: MOTIVO }),
    ]);
    await unOsservazione(world.db, base.ambito, 'non_accolta');
    expect((await pubblico()).osservazioni).toHaveLength(1);
    expect((await vista()).osservazioni).toHaveLength(2);
  });

  it('takes the file of an observation until it is answered', async () => {
    const { id } = await unOsservazione(world.db, base.ambito, 'ricevuta');
    const [file, options] = multipart('osservazione.pdf', PDF);
    expect((await staff().send('PUT', at(`/osservazioni/${id}/file`), file, { ...options, version: 1 })).status).toBe(200);
    expect((await world.as(base.ufficio).get(at(`/osservazioni/${id}/file`))).raw.equals(PDF)).toBe(true);
    expect((await world.as(null).get(at(`/osservazioni/${id}/file`))).status).toBe(401);
    await staff().post(at(`/osservazioni/${id}/azioni/accogli`), { motivazione: MOTIVO }, { version: 2 });
    expect((await staff().send<Problem>('PUT', at(`/osservazioni/${id}/file`), file, { ...options, version: 3 })).body.code).toBe(
      'osservazione.stato',
    );
  });
});

describe('who may do what', () => {
  it('the office keeps the acts, the coordinatore leads; nobody else touches the iter', async () => {
    const fase = await unaFase(world.db, base.ambito, 'da_avviare');
    const avvia = (chi: typeof base.ufficio) => world.as(chi).post(at(`/fasi/${fase.id}/azioni/avvia`), {}, { version: 1 });
    const crea = (chi: typeof base.ufficio) => world.as(chi).post(at(`/fasi/${fase.id}/atti`), ATTO);
    expect([(await avvia(base.ufficio)).status, (await avvia(base.referente)).status, (await avvia(base.operatore)).status]).toEqual([
      403, 403, 403,
    ]);
    expect([(await crea(base.referente)).status, (await crea(base.operatore)).status, (await crea(base.ufficio)).status]).toEqual([
      403, 403, 201,
    ]);
    expect([
      (await world.as(base.referente).get(at('/gestione'))).status,
      (await world.as(base.ufficio).get(at('/gestione'))).status,
      (await avvia(base.coordinatore)).status,
    ]).toEqual([403, 200, 200]);
  });
});

describe('the words of the ambito', () => {
  it('are chosen once and are then said everywhere', async () => {
    await apri();
    const qui = `/ambiti/${base.ambito.slug}/impostazioni`;
    const { version, nomeEsteso, parole: ora } = (await staff().get<ImpostazioniView>(qui)).body;
    const parole = {
      ...ora,
      organoPolitico: { testo: 'Comitato di Distretto', plurale: 'Comitati di Distretto', articolo: 'il', genere: 'm' },
      organoTecnico: { testo: 'tavolo tecnico', plurale: 'tavoli tecnici', articolo: 'il', genere: 'm' },
    };
    const input = { nomeEsteso: { testo: nomeEsteso.testo, articolo: nomeEsteso.articolo }, parole };
    expect((await staff().put(`${qui}/parole`, input, { version })).status).toBe(200);
    expect((await pubblico()).fasi.map(f => f.organo)).toEqual(expect.arrayContaining(['Comitato di Distretto', 'Tavolo tecnico']));
    const ente = await world.scenario.ente(base.ambito, { stato: 'in_verifica' });
    await staff().post(`/ambiti/${base.ambito.slug}/enti/${ente.id}/azioni/verifica`, {}, { version: 1 });
    const [mail] = await world.db.query<[{ testo: string }]>(`SELECT testo FROM email WHERE oggetto_id = $1`, [ente.id]);
    expect(mail.testo).toContain('il tavolo tecnico ha verificato');
  });
});
