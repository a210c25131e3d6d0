import type { AvvisoAllEnteView, ConsensoView, DesignazioneInviataView, DesignazioneView, Problem } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { newKey } from '../../testing/client.js';
import { dueRappresentanti } from '../../testing/scenario/rappresentanti.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
let tavoli: Base['tavolo'][];
let avviso: Base['avviso'];
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
  tavoli = [base.tavolo, await world.scenario.tavolo(base.ambito), await world.scenario.tavolo(base.ambito)];
  avviso = await world.scenario.avviso(base.ambito, tavoli);
});
afterAll(() => world.close());

const at = (path: string) => `/ambiti/${base.ambito.slug}${path}`;
const insieme = () => at(`/enti/${base.ente.id}/designazioni/insieme`);
const per = (...scelti: { id: string }[]) => scelti.map(t => ({ avvisoId: avviso.id, tavoloId: t.id }));
const risponde = (body: object, { chi = base.operatore, key = newKey() } = {}) =>
  world.as(chi).send<{ items: DesignazioneInviataView[] } & Problem>('POST', insieme(), body, { key });
const tutti = (body = {}) => ({ tavoli: per(...tavoli), rappresentanti: dueRappresentanti(), ...body });
const conta = async (tabella: string): Promise<number> =>
  (await world.db.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${tabella} WHERE ambito_id = $1`, [base.ambito.id]))[0]?.n ?? 0;
const mails = (tipo: string) =>
  world.db.query<{ a: string; testo: string; oggetto: string; anche: string[] }[]>(
    'SELECT a_indirizzo AS a, testo, oggetto_id AS oggetto, anche FROM email WHERE ambito_id = $1 AND tipo = $2 ORDER BY a_indirizzo',
    [base.ambito.id, tipo],
  );
const segretiDi = (testo: string): string[] => /\/consenso#([\w.-]+)/.exec(testo)?.[1]?.split('.') ?? [];
const segreto = (s: string) => ({ headers: { 'x-segreto': s } });

it('names the people written once to each tavolo: a designazione, a number and a receipt for each, one request a person for all of them', async () => {
  const { status, body } = await risponde(tutti());
  expect(status).toBe(201);
  expect(body.items.map(d => d.tavolo.id)).toEqual(tavoli.map(t => t.id));
  const [primo = 0] = body.items.map(d => d.numeroDiRegistro.numero);
  expect(body.items.map(d => d.numeroDiRegistro.numero)).toEqual([primo, primo + 1, primo + 2]);
  expect(await mails('designazione.inviata')).toHaveLength(tavoli.length * 2);
  // One mail a person, about all three: each page of the three says what became of it.
  expect(await mails('designazione.consenso')).toEqual([]);
  const richieste = await mails('designazione.consensi');
  const nomi = dueRappresentanti();
  expect(richieste).toHaveLength(nomi.length);
  for (const { id } of body.items) {
    const una = await world.as(base.coordinatore).get<DesignazioneView>(at(`/designazioni/${id}`));
    expect(una.body.emails.filter(e => e.tipo === 'designazione.consensi')).toHaveLength(nomi.length);
  }
  for (const { oggetto, anche } of richieste) expect([oggetto, ...anche].sort()).toEqual(body.items.map(d => d.id).sort());
});

it('lets the person answer for each tavolo by itself, from the one link', async () => {
  const { body } = await risponde(tutti());
  const [richiesta] = await mails('designazione.consensi');
  const segreti = segretiDi(richiesta?.testo ?? '');
  expect(segreti).toHaveLength(tavoli.length);
  const letti = await Promise.all(segreti.map(s => world.as(null).get<ConsensoView>('/consenso', segreto(s))));
  expect(letti.map(l => l.body.tavolo.slug)).toEqual(tavoli.map(t => t.slug));
  await world.as(null).post('/consenso/azioni/acconsenti', {}, segreto(segreti[0] ?? ''));
  await world.as(null).post('/consenso/azioni/rifiuta', {}, segreto(segreti[2] ?? ''));
  const dopo = await Promise.all(segreti.map(s => world.as(null).get<ConsensoView>('/consenso', segreto(s))));
  expect(dopo.map(l => l.body.consenso)).toEqual(['dato', 'in_attesa', 'negato']);
  expect(body.items).toHaveLength(tavoli.length);
});

it('asks who is named to one tavolo alone as ever', async () => {
  expect((await risponde(tutti({ tavoli: per(base.tavolo) }))).status).toBe(201);
  expect(await mails('designazione.consensi')).toEqual([]);
  expect(await mails('designazione.consenso')).toHaveLength(2);
});

it('sends nothing where one of them may not leave, and tells each refusal beside its tavolo', async () => {
  const chiuso = await world.scenario.avviso(base.ambito, [await world.scenario.tavolo(base.ambito)], { chiude: -0.1, tardive: false });
  const stretto = await world.scenario.avviso(base.ambito, [tavoli[2] ?? base.tavolo]);
  await world.db.query('UPDATE avviso SET posti_supplenti = 0 WHERE id = $1', [stretto.id]);
  await world.scenario.designazione(base.ambito, { ...base, stato: 'inviata' });
  const [{ tavolo_id: fuori = '' } = {}] = await world.db.query<{ tavolo_id: string }[]>(
    'SELECT tavolo_id FROM avviso_tavolo WHERE avviso_id = $1',
    [chiuso.id],
  );
  const prima = await conta('designazione');
  const { status, body } = await risponde(
    tutti({
      tavoli: [
        ...per(base.tavolo, tavoli[1] ?? base.tavolo),
        { avvisoId: stretto.id, tavoloId: tavoli[2]?.id },
        { avvisoId: chiuso.id, tavoloId: fuori },
      ],
    }),
  );
  expect([status, body.code]).toEqual([409, 'designazione.insieme_rifiutata']);
  expect(body.errors?.map(e => [e.pointer, e.code])).toEqual([
    ['/tavoli/0/tavoloId', 'designazione.esiste'],
    ['/tavoli/2/tavoloId', 'designazione.posti'],
    ['/tavoli/3/tavoloId', 'avviso.chiuso'],
  ]);
  expect([await conta('designazione'), await mails('designazione.consensi')]).toEqual([prima, []]);
});

it('counts the tavoli of the very answer where the avviso limits them, and demands its declarations', async () => {
  await world.db.query(
    `UPDATE avviso SET tavoli_vincolo = 'vincolante', tavoli_massimi = 2, dichiarazioni = '[{"testo": "Di operare nell’ambito", "obbligatoria": true}]' WHERE id = $1`,
    [avviso.id],
  );
  const con = (dichiarazioni: number[]) => tutti({ tavoli: per(...tavoli).map(t => ({ ...t, dichiarazioni })) });
  const troppi = await risponde(con([0]));
  expect(troppi.body.errors?.map(e => [e.pointer, e.code])).toEqual([['/tavoli/2/tavoloId', 'designazione.troppi_tavoli']]);
  const senza = await risponde(con([]));
  expect(senza.body.errors?.map(e => e.code)).toEqual(Array.from({ length: tavoli.length }, () => 'designazione.dichiarazioni'));
  expect((await risponde({ ...con([0]), tavoli: con([0]).tavoli.slice(0, 2) })).status).toBe(201);
});

it('is sent once by a double click, and once by two who send it at the same time', async () => {
  const key = newKey();
  const [una, due] = await Promise.all([risponde(tutti(), { key }), risponde(tutti(), { key })]);
  expect([una.status, due.status].filter(s => s === 201).length).toBeGreaterThan(0);
  expect(await conta('designazione')).toBe(tavoli.length);
  const [tre, quattro] = await Promise.all([risponde(tutti()), risponde(tutti())]);
  expect([tre.status, quattro.status]).toEqual([409, 409]);
  expect([await conta('designazione'), (await mails('designazione.consensi')).length]).toEqual([tavoli.length, 2]);
});

it('tells the ente what it may answer now, and what stands in the way', async () => {
  await risponde(tutti({ tavoli: per(base.tavolo) }));
  await world.scenario.avviso(base.ambito, tavoli, { chiude: -0.1, tardive: false });
  const { body } = await world.as(base.operatore).get<{ items: AvvisoAllEnteView[] }>(insieme());
  const suo = body.items.find(a => a.id === avviso.id);
  expect(suo).toMatchObject({ altri: 1, tardiva: false });
  expect(suo?.tavoli.map(t => t.gia?.stato ?? null).sort()).toEqual(['inviata', null, null].sort());
  expect(body.items.every(a => !a.tardiva)).toBe(true);
  const altrui = await world.scenario.persona();
  expect((await world.as(altrui).get(insieme())).status).toBe(404);
});
