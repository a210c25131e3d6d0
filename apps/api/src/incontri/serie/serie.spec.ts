import type { IncontroView, Problem, SerieView } from '@tavoli/shared';
import { testWorld, type World } from '../../../testing/app.js';
import { newKey } from '../../../testing/client.js';
import { bozzaDi, creaIncontro } from '../../../testing/scenario/incontri.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

/** Six Tuesdays at 16:00 in Rome: over the change of the clock, on Easter Monday's week and on the Liberazione. */
const PRIMO = { inizioAt: '2034-03-21T15:00:00.000Z', fineAt: '2034-03-21T17:00:00.000Z' };
const SERIE = { cadenza: 'settimane', ogni: 1, finoAl: '2034-04-25T21:59:00.000Z' } as const;

let world: World;
let base: Base;
let ids: string[];
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
  await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
  const made = await world
    .as(base.referente)
    .post<{ incontri: { id: string }[] }>(`/ambiti/${base.ambito.slug}/tavoli/${base.tavolo.slug}/incontri`, {
      ...bozzaDi(),
      ...PRIMO,
      serie: SERIE,
    });
  ids = made.body.incontri.map(i => i.id);
});
afterAll(() => world.close());

const at = (n: number, path = '') => `/ambiti/${base.ambito.slug}/incontri/${ids[n] ?? ''}${path}`;
const serie = async (query = '') => (await world.as(base.referente).get<SerieView>(at(0, `/serie${query}`))).body.incontri;
const scelti = async (da = 0) => (await serie()).filter(i => ids.indexOf(i.id) >= da).map(({ id, version }) => ({ id, version }));
const chiede = (n: number, body: object, chi = base.referente) =>
  world.as(chi).send<Problem & { fatti: number }>('POST', at(n, '/serie'), body, { key: newKey() });
const conta = async (tipo: string) =>
  (
    await world.db.query<{ n: number }[]>('SELECT count(*)::int AS n FROM email WHERE tipo = $2 AND oggetto_id = ANY($1::uuid[])', [
      ids,
      tipo,
    ])
  )[0]?.n;

it('tells what speaks against each date, with holidays by their name, before the series is made and after', async () => {
  const query = new URLSearchParams({ ...PRIMO, ...SERIE, ogni: '1' }).toString();
  const { body } = await world
    .as(base.referente)
    .get<{ items: { wall: string; conflitti: { tipo: string; testo: string }[] }[] }>(
      `/ambiti/${base.ambito.slug}/tavoli/${base.tavolo.slug}/serie?${query}`,
    );
  expect(body.items.map(d => [d.wall, d.conflitti.map(c => c.tipo)])).toEqual([
    ['2034-03-21T16:00', ['persone']],
    ['2034-03-28T16:00', ['persone']],
    ['2034-04-04T16:00', ['persone']],
    ['2034-04-11T16:00', ['persone']],
    ['2034-04-18T16:00', ['persone']],
    ['2034-04-25T16:00', ['festivo', 'persone']],
  ]);
  const lunedi = await serie('?inizioAt=2034-03-20T15:00:00.000Z&fineAt=2034-03-20T17:00:00.000Z');
  expect(lunedi.map(i => i.verso?.inizioAt.slice(0, 16))).toEqual([
    '2034-03-20T15:00',
    '2034-03-27T14:00',
    '2034-04-03T14:00',
    '2034-04-10T14:00',
    '2034-04-17T14:00',
    '2034-04-24T14:00',
  ]);
  expect(lunedi.flatMap(i => i.conflitti.map(c => c.testo))).toEqual(['Il giorno scelto è festivo: Lunedì dell’Angelo.']);
});

it('is convened by one act: each date has its protocol, its line in the register and its mail, which says how many follow', async () => {
  const answer = await chiede(0, { azione: 'convoca', incontri: await scelti() });
  expect([answer.status, answer.body.fatti, (await serie()).map(i => i.stato)]).toEqual([200, 6, Array(6).fill('convocato')]);
  const [atti] = await world.db.query<{ n: number; protocolli: number }[]>(
    `SELECT count(*)::int AS n, count(DISTINCT (protocollo_anno, protocollo_numero))::int AS protocolli FROM convocazione WHERE incontro_id = ANY($1::uuid[])`,
    [ids],
  );
  const registro = await world.db.query<unknown[]>(
    `SELECT 1 FROM registro WHERE azione = 'incontro.convoca' AND oggetto_id = ANY($1::uuid[])`,
    [ids],
  );
  expect([atti, registro.length, await conta('incontro.convocazione')]).toEqual([{ n: 6, protocolli: 6 }, 6, 24]);
  const [mail] = await world.db.query<{ testo: string }[]>(`SELECT testo FROM email WHERE oggetto_id = $1 LIMIT 1`, [ids[3]]);
  expect(mail?.testo).toContain('Fa parte di una serie di 6 incontri convocati insieme');
});

it('moves this and the following ones: as many days, the same hour of Rome, over the change of the clock', async () => {
  await chiede(0, { azione: 'convoca', incontri: await scelti() });
  const spostamento = {
    inizioAt: '2034-03-30T16:30:00.000Z',
    fineAt: '2034-03-30T18:00:00.000Z',
    sede: null,
    linkVideo: 'https://video.prova.test/stanza',
  };
  const moto = { azione: 'sposta', incontri: await scelti(1), spostamento };
  expect((await chiede(1, moto)).body.errors?.map(e => e.pointer)).toEqual(['/motivazione']);
  expect((await chiede(1, { ...moto, motivazione: 'La sala è occupata il martedì.' })).body.fatti).toBe(5);
  expect((await serie()).map(i => i.inizioAt.slice(0, 16))).toEqual([
    '2034-03-21T15:00',
    '2034-03-30T16:30',
    '2034-04-06T16:30',
    '2034-04-13T16:30',
    '2034-04-20T16:30',
    '2034-04-27T16:30',
  ]);
  expect(await conta('incontro.spostamento')).toBe(20);
});

it('stops whole where one of them is refused, and says which; two at once do it once', async () => {
  const incontri = await scelti();
  await world.db.query(`DELETE FROM incontro_punto WHERE incontro_id = $1`, [ids[4]]);
  const { status, body } = await chiede(0, { azione: 'convoca', incontri });
  expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([422, 'incontro.ordine_del_giorno_vuoto', '/incontri/4/id']);
  expect(body.errors?.[0]?.message).toContain('18 aprile 2034');
  expect([(await serie()).every(i => i.stato === 'bozza'), await conta('incontro.convocazione')]).toEqual([true, 0]);
  const primi = incontri.slice(0, 3);
  const insieme = await Promise.all([1, 2].map(() => chiede(0, { azione: 'convoca', incontri: primi })));
  expect([insieme.map(a => a.status).sort(), await conta('incontro.convocazione')]).toEqual([[200, 412], 12]);
});

it('is for who leads its tavolo, and for no incontro of another series', async () => {
  const altro = await creaIncontro(world, base.ambito, base.tavolo, base.referente);
  const estraneo = { azione: 'elimina', incontri: [{ id: altro.id, version: altro.version }] };
  expect((await chiede(0, estraneo)).body.code).toBe('incontro.serie_altra');
  expect((await chiede(0, { azione: 'elimina', incontri: await scelti() }, base.operatore)).status).toBe(404);
});

it('of drafts is written again, each on its day and with its documents, or deleted', async () => {
  const [secondo] = await world.db.query<{ id: string }[]>(`SELECT id FROM incontro_punto WHERE incontro_id = $1 AND ordine = 1`, [ids[2]]);
  const { serie: _, ...contenuto } = bozzaDi({
    titolo: 'Incontro del mese',
    inizioAt: '2034-03-21T09:00:00.000Z',
    fineAt: '2034-03-21T10:00:00.000Z',
  });
  expect((await chiede(0, { azione: 'modifica', incontri: await scelti(), contenuto })).body.fatti).toBe(6);
  const terzo = (await world.as(base.referente).get<IncontroView>(at(2))).body;
  expect([terzo.titolo, terzo.inizioAt, terzo.punti[1]?.id]).toEqual(['Incontro del mese', '2034-04-04T08:00:00.000Z', secondo?.id]);
  expect((await chiede(3, { azione: 'elimina', incontri: await scelti(3) })).body.fatti).toBe(3);
  expect((await serie()).map(i => i.id)).toEqual(ids.slice(0, 3));
});
