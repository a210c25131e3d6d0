import type { AdesioneView, AdesioniView, IterPubblicoView, Problem } from '@tavoli/shared';
import { testWorld, type World } from '../../../testing/app.js';
import { newKey } from '../../../testing/client.js';
import { unAdesione, unIter } from '../../../testing/scenario/iter.js';
import type { Persona } from '../../../testing/scenario.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

const INPUT = {
  impegno: 'Uno sportello di ascolto, due mattine a settimana.',
  risorse: [
    { tipo: 'denaro', descrizione: 'Contributo annuo', centesimi: 123_456 },
    { tipo: 'volontariato', descrizione: 'Dieci volontari', centesimi: null },
  ],
};
const MOTIVO = 'Un motivo abbastanza lungo.';

let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
  await unIter(world.db, base.ambito);
});
afterAll(() => world.close());

const at = (path: string) => `/ambiti/${base.ambito.slug}${path}`;
const crea = (input: object = INPUT, ente: { id: string } = base.ente, chi: Persona = base.operatore) =>
  world.as(chi).post<AdesioneView & Problem>(at(`/enti/${ente.id}/adesioni`), input);
const passo = (a: Pick<AdesioneView, 'id' | 'version'>, azione: string, chi: Persona, body: object = {}) =>
  world.as(chi).post<AdesioneView & Problem>(at(`/adesioni/${a.id}/azioni/${azione}`), body, { version: a.version });
const posta = (id: string) =>
  world.db.query<{ tipo: string; a: string }[]>(`SELECT tipo, a_indirizzo AS a FROM email WHERE oggetto_id = $1 ORDER BY tipo, a`, [id]);
const pubblico = async () => (await world.as(null).get<IterPubblicoView>(at('/iter'))).body;

describe('an adesione', () => {
  it('is sent by the ente, accepted by the coordinatore, and then everybody reads what it brings, in whole cents', async () => {
    const { body: bozza } = await crea();
    expect(bozza).toMatchObject({ stato: 'bozza', totale: 123_456, puoModificare: true, azioni: ['invia'], numeroDiRegistro: null });
    expect((await pubblico()).adesioni).toEqual([]);
    const { body: inviata } = await passo(bozza, 'invia', base.operatore);
    expect(inviata).toMatchObject({ stato: 'inviata', numeroDiRegistro: { numero: 1 }, puoModificare: false, azioni: ['ritira'] });
    const { body: accolta } = await passo(inviata, 'accogli', base.coordinatore);
    expect(accolta).toMatchObject({ stato: 'accolta', azioni: [] });
    expect((await pubblico()).adesioni).toEqual([
      { id: bozza.id, ente: base.ente.denominazione, impegno: INPUT.impegno, risorse: INPUT.risorse, totale: 123_456 },
    ]);
    expect((await posta(bozza.id)).map(m => m.tipo)).toEqual([
      'adesione.accolta',
      'adesione.accolta',
      'adesione.da_esaminare',
      'adesione.da_esaminare',
      'adesione.inviata',
      'adesione.inviata',
    ]);
  });

  it('goes nowhere incomplete, and says which field', async () => {
    const { body: vuota } = await crea({ impegno: '', risorse: [] });
    const answer = await passo(vuota, 'invia', base.operatore);
    expect([answer.status, answer.body.errors?.map(e => e.pointer)]).toEqual([422, ['/impegno', '/risorse']]);
    const { body: bozza } = await world
      .as(base.operatore)
      .put<AdesioneView>(at(`/adesioni/${vuota.id}`), INPUT, { version: vuota.version });
    expect((await passo(bozza, 'invia', base.operatore)).status).toBe(200);
    expect((await world.as(base.operatore).delete<Problem>(at(`/adesioni/${vuota.id}`), { version: bozza.version + 1 })).body.code).toBe(
      'adesione.stato',
    );
  });

  it('is one for each ente, also when two people press at once; after a refusal there may be another', async () => {
    const both = await Promise.all([crea(), crea()]);
    expect(both.map(a => a.status).sort()).toEqual([201, 409]);
    const bozza = both.find(a => a.status === 201)?.body as AdesioneView;
    const { body: inviata } = await passo(bozza, 'invia', base.operatore);
    expect((await passo(inviata, 'respingi', base.coordinatore)).body.errors?.[0]?.pointer).toBe('/motivazione');
    const { body: respinta } = await passo(inviata, 'respingi', base.coordinatore, { motivazione: MOTIVO });
    expect(respinta).toMatchObject({ stato: 'respinta', motivazione: MOTIVO });
    expect((await crea()).status).toBe(201);
  });

  it('is taken back with a reason, and the page no longer shows it', async () => {
    const { id } = await unAdesione(world.db, base.ambito, base.ente, 'accolta');
    expect((await pubblico()).adesioni).toHaveLength(1);
    expect((await passo({ id, version: 1 }, 'ritira', base.operatore, { motivazione: MOTIVO })).body.stato).toBe('ritirata');
    expect((await pubblico()).adesioni).toEqual([]);
  });

  it('is of verified enti only, until it is accepted', async () => {
    const nuovo = await world.scenario.ente(base.ambito, { stato: 'in_verifica' });
    await world.scenario.operatore(base.ambito, nuovo, base.operatore);
    expect((await crea(INPUT, nuovo)).body.code).toBe('ente.non_verificato');
    const { id } = await unAdesione(world.db, base.ambito, base.ente, 'inviata');
    await world.db.query(`UPDATE ente SET stato = 'sospeso' WHERE id = $1`, [base.ente.id]);
    expect((await passo({ id, version: 1 }, 'accogli', base.coordinatore)).body.code).toBe('ente.non_verificato');
  });

  it('needs an iter', async () => {
    const altro = await world.scenario.base();
    expect(
      (await world.as(altro.operatore).post<Problem>(`/ambiti/${altro.ambito.slug}/enti/${altro.ente.id}/adesioni`, INPUT)).body.code,
    ).toBe('iter.assente');
  });

  it('the same key twice makes one', async () => {
    const key = newKey();
    const send = () => world.as(base.operatore).post<AdesioneView>(at(`/enti/${base.ente.id}/adesioni`), INPUT, { key });
    const [first, again] = [await send(), await send()];
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
  });

  it.each([12.5, -1, 1e12, '100', Number.MAX_SAFE_INTEGER])('euro are never %p: whole cents, within bounds', async centesimi => {
    expect((await crea({ ...INPUT, risorse: [{ ...INPUT.risorse[0], centesimi }] })).body.errors?.[0]?.pointer).toBe(
      '/risorse/0/centesimi',
    );
  });

  it('the largest sums are kept to the cent', async () => {
    const { body } = await crea({
      ...INPUT,
      risorse: Array.from({ length: 30 }, () => ({ tipo: 'denaro', descrizione: 'Tanto', centesimi: 99_999_999_999 })),
    });
    expect(body.totale).toBe(30 * 99_999_999_999);
  });
});

describe('who sees an adesione', () => {
  it('the ente its own, the offices those that were sent, nobody else any', async () => {
    const altroEnte = await world.scenario.ente(base.ambito);
    const altro = await world.scenario.operatore(base.ambito, altroEnte);
    const bozza = await unAdesione(world.db, base.ambito, base.ente, 'bozza');
    const inviata = await unAdesione(world.db, base.ambito, altroEnte, 'inviata');
    const seen = async (chi: Persona) => (await world.as(chi).get<AdesioniView>(at('/adesioni'))).body.items.map(a => a.id);
    expect([await seen(base.operatore), await seen(altro), await seen(base.coordinatore), await seen(base.referente)]).toEqual([
      [bozza.id],
      [inviata.id],
      [inviata.id],
      [],
    ]);
    const status = async (chi: Persona, id: string) => (await world.as(chi).get(at(`/adesioni/${id}`))).status;
    expect([
      await status(base.coordinatore, bozza.id),
      await status(base.operatore, inviata.id),
      await status(base.ufficio, inviata.id),
    ]).toEqual([404, 404, 200]);
    expect((await passo({ id: inviata.id, version: 1 }, 'accogli', base.ufficio)).status).toBe(403);
  });

  it('B-8: the sheet for the offices holds no formula, keeps euro to the cent, and leaves out drafts', async () => {
    const ente = await world.scenario.ente(base.ambito, { denominazione: '=HYPERLINK("https://male.test")' });
    const { id } = await unAdesione(world.db, base.ambito, ente, 'inviata', 123_456_789);
    await world.db.query(`UPDATE adesione_risorsa SET descrizione = '+39;"x"' WHERE adesione_id = $1`, [id]);
    await unAdesione(world.db, base.ambito, base.ente, 'bozza');
    const { text } = await world.as(base.ufficio).get(at('/adesioni.csv'));
    const [head, row, ...rest] = text.trimEnd().split('\r\n');
    expect(head).toBe(
      '\ufeffEnte;Codice fiscale;Stato;N. di registro del portale;Protocollo del comune;Inviata;Risorsa;Descrizione;Valore in euro',
    );
    expect(row).toMatch(/^"'=HYPERLINK\(""https:\/\/male.test""\)";.*;volontariato;"'\+39;""x""";"1234567,89"$/);
    expect(rest).toEqual([]);
    expect((await world.as(base.operatore).get(at('/adesioni.csv'))).status).toBe(403);
  });
});
