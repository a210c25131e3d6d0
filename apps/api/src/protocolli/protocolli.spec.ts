import type { DaProtocollareView, Pagina, Problem, ProtocolliView } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { pdfText, withoutBlanks } from '../../testing/files/pdf-text.js';
import { creaIncontro, esegui } from '../../testing/scenario/incontri.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
let d: { id: string };
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
  d = await world.scenario.designazione(base.ambito, { ...base, stato: 'inviata' });
});
afterAll(() => world.close());

const at = (path = '') => `/ambiti/${base.ambito.slug}${path}`;
const numero = (fields: object = {}) => ({
  tipo: 'designazione',
  oggettoId: d.id,
  verso: 'entrata',
  amministrazione: 'c_d122',
  aoo: null,
  registro: null,
  numero: '12345',
  data: '2026-11-23',
  ...fields,
});
const scrivi = (chi: Base['operatore'], fields: object = {}) =>
  world.as(chi).post<ProtocolliView & Problem>(at('/protocolli'), numero(fields));
const leggi = (chi: Base['operatore'] | null, id = d.id, tipo = 'designazione') =>
  world.as(chi).get<ProtocolliView>(at(`/protocolli?tipo=${tipo}&oggettoId=${id}`));

describe('the protocol number that a comune gave', () => {
  it('is written by the offices with seven digits, read by who reads the thing, and of a designazione never by everybody', async () => {
    const scritto = await scrivi(base.ufficio);
    expect(scritto.body.items).toEqual([expect.objectContaining({ numero: '0012345', data: '2026-11-23', verso: 'entrata', altrove: 0 })]);
    // The whole name, as the ambito has it: nothing is put before it.
    expect(scritto.body.amministrazione).toMatch(/^Comune di (?!Comune)/);
    expect((await leggi(base.operatore)).body).toMatchObject({ puoScrivere: false, items: [{ numero: '0012345' }] });
    const altro = await world.scenario.base();
    expect([(await leggi(null)).status, (await leggi(altro.operatore)).status]).toEqual([404, 404]);
    expect((await scrivi(base.operatore)).status).toBe(403);
  });

  it('is written once on a thing, may stand on several, and the offices are told on how many', async () => {
    await scrivi(base.ufficio);
    expect((await scrivi(base.ufficio, { numero: '0012345' })).body.code).toBe('protocollo.gia_scritto');
    expect((await scrivi(base.ufficio, { verso: 'uscita' })).body.items).toHaveLength(2);
    const altra = await world.scenario.designazione(base.ambito, {
      ...base,
      ente: await world.scenario.ente(base.ambito),
      stato: 'inviata',
    });
    await scrivi(base.ufficio, { oggettoId: altra.id });
    expect((await leggi(base.ufficio)).body.items.map(p => p.altrove)).toEqual([1, 1]);
    expect((await leggi(base.operatore)).body.items.map(p => p.altrove)).toEqual([0, 0]);
  });

  it('is corrected and taken away with a reason, which stands in the register with how it was', async () => {
    const [p] = (await scrivi(base.ufficio)).body.items;
    const { tipo: _, oggettoId: __, ...dati } = numero({ numero: '12346' });
    const path = at(`/protocolli/${p?.id ?? ''}`);
    const senza = await world.as(base.ufficio).put<Problem>(path, dati, { version: 1 });
    expect(senza.body.errors?.[0]?.pointer).toBe('/motivazione');
    const why = 'Cifre scambiate nella copia.';
    const dopo = await world.as(base.ufficio).put<ProtocolliView>(path, { ...dati, motivazione: why }, { version: 1 });
    expect(dopo.body.items[0]).toMatchObject({ numero: '0012346', version: 2 });
    const tolto = await world.as(base.ufficio).post<ProtocolliView>(`${path}/togli`, { motivazione: why }, { version: 2 });
    expect(tolto.body.items).toEqual([]);
    const righe = await world.db.query<{ azione: string; prima: string }[]>(
      `SELECT r.azione, x.contenuto->'prima'->>'numero' AS prima FROM registro r JOIN registro_dettaglio x ON x.ambito_id = r.ambito_id AND x.seq = r.seq
       WHERE r.ambito_id = $1 AND r.oggetto_id = $2 AND r.azione LIKE 'protocollo.%' ORDER BY r.seq`,
      [base.ambito.id, d.id],
    );
    expect(righe).toEqual([
      { azione: 'protocollo.scrivi', prima: null },
      { azione: 'protocollo.correggi', prima: '0012345' },
      { azione: 'protocollo.togli', prima: '0012346' },
    ]);
  });

  it('once it is known it stands in the sheet, in the mails and in the prova of what it is of', async () => {
    await scrivi(base.ufficio);
    const csv = await world.as(base.referente).get(at('/designazioni.csv'));
    expect(csv.text).toContain('Prot. n. 0012345 del 23/11/2026');
    await world.as(base.referente).post(at(`/designazioni/${d.id}/azioni/accetta`), {}, { version: 1 });
    const incontro = await esegui(
      world,
      base.ambito,
      await creaIncontro(world, base.ambito, base.tavolo, base.referente),
      base.referente,
      'convoca',
    );
    await scrivi(base.ufficio, { tipo: 'convocazione', oggettoId: incontro.id, verso: 'uscita', numero: '777' });
    await esegui(world, base.ambito, incontro, base.referente, 'annulla', { motivazione: 'La sala non è disponibile.' });
    const mails = await world.db.query<{ tipo: string; testo: string }[]>(
      `SELECT DISTINCT tipo, testo FROM email WHERE ambito_id = $1 AND tipo IN ('designazione.accettata', 'incontro.annullamento')`,
      [base.ambito.id],
    );
    const detti = (tipo: string, numero: string) =>
      mails.filter(m => m.tipo === tipo && m.testo.includes(`Prot. n. ${numero} del 23/11/2026`));
    expect(detti('designazione.accettata', '0012345')).not.toEqual([]);
    expect(detti('incontro.annullamento', '0000777')).not.toEqual([]);
    const prova = await world.app.inject({
      method: 'GET',
      url: `/api/v1${at(`/incontri/${incontro.id}/prova-convocazione.pdf`)}`,
      headers: { host: 'tavoli.test', cookie: `__Host-sessione=${base.referente.token}` },
    });
    expect(withoutBlanks(pdfText(prova.rawPayload))).toContain(withoutBlanks('Prot. n. 0000777 del 23/11/2026'));
  });

  it('refuses beside the field what is no number and no day', async () => {
    const answer = await scrivi(base.ufficio, { numero: '12/2026', data: '2026-02-30' });
    expect(answer.body.errors?.map(e => e.pointer).sort()).toEqual(['/data', '/numero']);
    expect((await scrivi(base.ufficio, { numero: '0000' })).body.errors?.[0]?.pointer).toBe('/numero');
  });

  it('what has none is listed, oldest first and page by page, and leaves the list once it is written', async () => {
    await creaIncontro(world, base.ambito, base.tavolo, base.referente);
    for (let i = 0; i < 2; i += 1)
      await world.scenario.designazione(base.ambito, { ...base, ente: await world.scenario.ente(base.ambito), stato: 'inviata' });
    const lista = (query = '') => world.as(base.ufficio).get<Pagina<DaProtocollareView>>(at(`/da-protocollare${query}`));
    const prima = (await lista('?limit=2')).body;
    const seconda = (await lista(`?limit=2&cursor=${prima.nextCursor ?? ''}`)).body;
    const tutte = [...prima.items, ...seconda.items];
    expect(new Set(tutte.map(v => v.id)).size).toBe(3);
    expect(tutte.map(v => v.at)).toEqual([...tutte.map(v => v.at)].sort());
    expect(seconda.nextCursor).toBeNull();
    await scrivi(base.ufficio);
    expect((await lista('?tipo=designazione')).body.items.map(v => v.id)).not.toContain(d.id);
    const csv = await world.as(base.ufficio).get(at('/da-protocollare.csv'));
    expect(csv.raw.toString().split('\r\n')).toHaveLength(2 + 2);
    expect((await world.as(base.operatore).get(at('/da-protocollare'))).status).toBe(403);
  });
});
