import type { AttoDellAmbitoView, AttoRegistroView, Pagina, Problem } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { pdfText, withoutBlanks } from '../../testing/files/pdf-text.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
});
afterAll(() => world.close());

const at = (path = '') => `/ambiti/${base.ambito.slug}${path}`;
const atto = (fields: object = {}) => ({
  tipo: 'protocollo_intesa',
  organo: 'Conferenza di prova',
  titolo: 'Intesa di prova',
  numero: null,
  data: null,
  ufficio: null,
  firmatario: null,
  esecutivoDal: null,
  albo: null,
  alboDal: null,
  alboAl: null,
  impegni: null,
  dal: null,
  al: null,
  pubblico: false,
  ...fields,
});
const crea = (fields: object = {}) => world.as(base.ufficio).post<AttoDellAmbitoView & Problem>(at('/atti'), atto(fields));
const elenco = async (chi: Base['ufficio'] | null, query = '') =>
  (await world.as(chi).get<Pagina<AttoDellAmbitoView>>(at(`/atti${query}`))).body;

describe('the acts of an ambito', () => {
  it('are written by its offices without any phase, and everybody reads the public ones', async () => {
    const chiuso = (await crea()).body;
    const aperto = (
      await crea({ pubblico: true, parti: ['Prefettura di prova', 'Ufficio scolastico'], dal: '2026-01-01', al: '2026-12-31' })
    ).body;
    expect(aperto).toMatchObject({ stato: 'bozza', fase: null, parti: ['Prefettura di prova', 'Ufficio scolastico'] });
    expect((await elenco(null)).items.map(a => a.id)).toEqual([aperto.id]);
    expect((await elenco(base.ufficio)).items.map(a => a.id).sort()).toEqual([chiuso.id, aperto.id].sort());
    expect((await world.as(null).get(at(`/atti/${chiuso.id}`))).status).toBe(404);
    expect((await world.as(base.operatore).post(at('/atti'), atto())).status).toBe(403);
  });

  it('have one number for each organ, kind and year, and days in order', async () => {
    await crea({ numero: '152', data: '2026-03-02' });
    expect((await crea({ numero: '152', data: '2026-11-02' })).body.code).toBe('atto.numero_gia_usato');
    expect((await crea({ numero: '152', data: '2027-03-02' })).status).toBe(201);
    const storto = await crea({
      numero: '1',
      data: null,
      dal: '2026-02-01',
      al: '2026-01-01',
      alboDal: '2026-02-01',
      alboAl: '2026-01-01',
    });
    expect(storto.body.errors?.map(e => e.pointer).sort()).toEqual(['/al', '/alboAl', '/data']);
  });

  it('that have their number and day are corrected with a reason, and revoked by another act', async () => {
    const primo = (await crea({ numero: '1', data: '2026-03-02', pubblico: true })).body;
    const cambia = (fields: object) =>
      world
        .as(base.ufficio)
        .put<AttoDellAmbitoView & Problem>(at(`/atti/${primo.id}`), atto({ numero: '1', data: '2026-03-02', ...fields }), { version: 1 });
    expect((await cambia({ titolo: 'Altro' })).body.errors?.[0]?.pointer).toBe('/motivazione');
    expect((await cambia({ titolo: 'Altro', pubblico: true, motivazione: 'Un refuso nel titolo.' })).body.titolo).toBe('Altro');
    await crea({ numero: '2', data: '2026-04-02', rapporti: [{ tipo: 'revoca', attoId: primo.id }] });
    const letto = (await world.as(null).get<AttoDellAmbitoView>(at(`/atti/${primo.id}`))).body;
    expect(letto).toMatchObject({ stato: 'revocato', rapportiDaAltri: [] });
    const dentro = (await world.as(base.ufficio).get<AttoDellAmbitoView>(at(`/atti/${primo.id}`))).body;
    expect(dentro.rapportiDaAltri).toEqual([expect.objectContaining({ tipo: 'revoca' })]);
  });

  it('are listed latest first, page by page, those without a day last', async () => {
    for (const [i, data] of [null, '2026-01-01', '2026-03-01', '2026-03-01', null].entries())
      await crea({ titolo: `Atto ${i}`, data, pubblico: true });
    const prima = await elenco(null, '?limit=3');
    const seconda = await elenco(null, `?limit=3&cursor=${prima.nextCursor ?? ''}`);
    const giorni = [...prima.items, ...seconda.items].map(a => a.data);
    expect(giorni).toEqual(['2026-03-01', '2026-03-01', '2026-01-01', null, null]);
    expect(new Set([...prima.items, ...seconda.items].map(a => a.id)).size).toBe(5);
    expect((await elenco(null, '?anno=2026&tipo=convenzione')).items).toEqual([]);
  });
});

describe('the register, asked', () => {
  const registro = async (chi: Base['ufficio'], query: string) =>
    (await world.as(chi).get<Pagina<AttoRegistroView>>(at(`/registro?${query}`))).body.items;

  it('says on what, how it was and how it is, and is narrowed by kind, person, thing, ente, tavolo, day and words', async () => {
    const d = await world.scenario.designazione(base.ambito, { ...base, stato: 'inviata' });
    const why = 'Manca lo statuto aggiornato.';
    await world.as(base.coordinatore).post(at(`/designazioni/${d.id}/azioni/respingi`), { motivazione: why }, { version: 1 });
    await crea({ titolo: 'Tutt’altro' });
    const [prima] = await registro(base.ufficio, 'tipo=designazione');
    expect(prima).toMatchObject({
      azione: 'designazione.respingi',
      motivazione: why,
      oggetto: { titolo: expect.stringContaining(base.tavolo.nome), pagina: `area/designazioni/${d.id}` },
      dettagli: [{ campo: 'stato', prima: 'inviata', dopo: 'respinta' }],
    });
    const oggi = new Date().toISOString().slice(0, 4);
    for (const query of [
      `ente=${base.ente.id}`,
      `tavolo=${base.tavolo.id}`,
      `oggetto=${d.id}`,
      `persona=${base.coordinatore.id}`,
      'q=statut%20aggiorn',
      `tipo=designazione&dal=${oggi}-01-01&al=${oggi}-12-31`,
    ])
      expect((await registro(base.ufficio, query)).map(a => [query, a.azione])).toEqual([[query, 'designazione.respingi']]);
    expect(await registro(base.ufficio, 'q=introvabile')).toEqual([]);
    expect(await registro(base.ufficio, 'dal=2001-01-01&al=2001-12-31')).toEqual([]);
  });

  it('is taken away as a sheet, and as a document that the portal signs', async () => {
    await crea({ titolo: 'Atto da portare via' });
    const csv = await world.as(base.ufficio).get(at('/registro.csv?tipo=atto'));
    expect(csv.raw.toString()).toContain('Atto da portare via');
    const pdf = await world.as(base.ufficio).get(at('/registro.pdf?tipo=atto'));
    const testo = withoutBlanks(pdfText(pdf.raw));
    for (const parte of ['Atto da portare via', 'Firma (Ed25519)', 'Impronta (SHA-256)']) expect(testo).toContain(withoutBlanks(parte));
    expect((await world.as(base.operatore).get(at('/registro.csv'))).status).toBe(403);
  });
});
