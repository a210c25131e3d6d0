import type { EsitoPresenzeView, IncontroDalVivoView, IncontroView, PresenzeView, Problem, RegoleTavoloView } from '@tavoli/shared';
import { testWorld, type World } from '../../../testing/app.js';
import { creaIncontro, esegui, portaAdOggi } from '../../../testing/scenario/incontri.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
let aperto: IncontroView;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
  for (const veste of ['componente', 'componente', 'consultivo'] as const) {
    await world.scenario.designazione(base.ambito, {
      ...base,
      ente: await world.scenario.ente(base.ambito),
      stato: 'accettata',
      consenso: 'dato',
      veste,
    });
  }
  const convocato = await esegui(
    world,
    base.ambito,
    await creaIncontro(world, base.ambito, base.tavolo, base.referente),
    base.referente,
    'convoca',
  );
  await portaAdOggi(world, convocato);
  aperto = await esegui(world, base.ambito, convocato, base.referente, 'apri');
});
afterAll(() => world.close());

const at = () => `/ambiti/${base.ambito.slug}/incontri/${aperto.id}`;
const presenze = async () => (await world.as(base.referente).get<PresenzeView>(`${at()}/presenze`)).body;
const voce = (postoId: string, stato: string | null, prima: string | null = null) => ({
  postoId,
  stato,
  prima,
  at: new Date().toISOString(),
});
const rileva = (voci: object[], chi = base.referente) => world.as(chi).post<EsitoPresenzeView & Problem>(`${at()}/presenze`, { voci });

it('opens only from its day on', async () => {
  const domani = await esegui(
    world,
    base.ambito,
    await creaIncontro(world, base.ambito, base.tavolo, base.referente),
    base.referente,
    'convoca',
  );
  const answer = await world
    .as(base.referente)
    .post<Problem>(`/ambiti/${base.ambito.slug}/incontri/${domani.id}/azioni/apri`, {}, { version: domani.version });
  expect([answer.status, answer.body.code]).toEqual([409, 'incontro.non_ancora']);
});

it('lists one seat for each ente that sits there, and the quorum leaves consultivi out', async () => {
  const list = await presenze();
  expect(list.posti.map(p => [p.veste, p.stato])).toEqual(
    expect.arrayContaining([
      ['componente', null],
      ['componente', null],
      ['consultivo', null],
    ]),
  );
  expect(list.quorum).toEqual({ posti: 2, presenti: 0, richiesti: 2, raggiunto: false });
});

it('records taps; the same taps sent again change nothing', async () => {
  const [a, b] = (await presenze()).posti;
  const taps = [voce(a?.id ?? '', 'titolare'), voce(b?.id ?? '', 'giustificato'), voce(a?.id ?? '', 'supplente', 'titolare')];
  const first = await rileva(taps);
  expect(first.body.conflitti).toEqual([]);
  const again = await rileva([taps[1] ?? {}, taps[2] ?? {}]);
  expect(again.body.conflitti).toEqual([]);
  expect((await presenze()).posti.slice(0, 2).map(p => p.stato)).toEqual(['supplente', 'giustificato']);
});

it('tells of a seat somebody else changed meanwhile, and does not overwrite it', async () => {
  const [posto] = (await presenze()).posti;
  await rileva([voce(posto?.id ?? '', 'assente')], base.coordinatore);
  const late = await rileva([voce(posto?.id ?? '', 'titolare')]);
  expect(late.body.conflitti).toEqual([
    { postoId: posto?.id, chiesto: 'titolare', attuale: 'assente', da: `${base.coordinatore.nome} ${base.coordinatore.cognome}` },
  ]);
  expect((await presenze()).posti.find(p => p.id === posto?.id)?.stato).toBe('assente');
  const decided = await rileva([voce(posto?.id ?? '', 'titolare', 'assente')]);
  expect(decided.body.conflitti).toEqual([]);
});

const passa = (puntoId: string | null = null, prima: string | null = null, when = new Date(), chi = base.referente) =>
  world.as(chi).post<IncontroView & Problem>(`${at()}/punto`, { puntoId, prima, at: when.toISOString() });

it('goes on to a punto once, however often it is said; of two who go on at once the slower is told, and nothing of theirs is written', async () => {
  const [primo, secondo] = aperto.punti.map(p => p.id);
  await passa(primo);
  expect((await passa(primo)).body.puntoCorrente).toBe(primo);
  const [uno, due] = await Promise.all([passa(secondo, primo), passa(null, primo, new Date(), base.coordinatore)]);
  expect([uno.status, due.status].sort()).toEqual([200, 409]);
  expect((uno.status === 409 ? uno : due).body.code).toBe('incontro.punto_cambiato');
  expect((await world.as(null).get<IncontroDalVivoView>(`${at()}/dal-vivo`)).body.puntoCorrente).toBe(uno.status === 200 ? secondo : null);
});

it('what was said without network counts from when it was said, never before what came before it nor after now', async () => {
  const [primo, secondo] = aperto.punti.map(p => p.id);
  const dal = async () => Date.parse((await world.as(null).get<IncontroDalVivoView>(`${at()}/dal-vivo`)).body.puntoDal ?? '');
  await world.db.query("UPDATE incontro SET aperto_at = now() - interval '1 hour' WHERE id = $1", [aperto.id]);
  const detto = new Date(Date.now() - 600_000);
  await passa(primo, null, detto);
  expect(await dal()).toBe(detto.getTime());
  await passa(secondo, primo, new Date(detto.getTime() - 60_000));
  expect(await dal()).toBe(detto.getTime());
  await passa(primo, secondo, new Date(Date.now() + 3_600_000));
  expect(await dal()).toBeLessThanOrEqual(Date.now());
});

it('counts for how long each punto is discussed, each time that it is, also the last one when the incontro is closed', async () => {
  const [primo, secondo] = aperto.punti.map(p => p.id);
  await world.db.query("UPDATE incontro SET aperto_at = now() - interval '1 hour' WHERE id = $1", [aperto.id]);
  const fa = (minuti: number) => new Date(Date.now() - minuti * 60_000);
  const minuti = ({ punti }: IncontroView) => punti.map(p => (p.secondi === null ? null : Math.round(p.secondi / 60)));
  const prima = await passa(primo, null, fa(30));
  expect([minuti(prima.body), prima.body.puntoDal]).toEqual([[null, null], expect.any(String)]);
  await passa(secondo, primo, fa(20));
  await passa(primo, secondo, fa(15));
  const fermo = await passa(null, primo, fa(12));
  expect([minuti(fermo.body), fermo.body.puntoDal]).toEqual([[13, 5], null]);
  await passa(secondo, null, fa(10));
  await esegui(world, base.ambito, aperto, base.referente, 'chiudi');
  expect(minuti((await world.as(base.referente).get<IncontroView>(at())).body)).toEqual([13, 15]);
});

it('anybody follows it as it goes on: what is discussed and the number of the moment, and nobody’s name', async () => {
  const [a] = (await presenze()).posti.filter(p => p.veste === 'componente');
  await rileva([voce(a?.id ?? '', 'titolare')]);
  await passa(aperto.punti[0]?.id);
  const { body } = await world.as(null).get<IncontroDalVivoView>(`${at()}/dal-vivo`);
  expect(body).toMatchObject({
    stato: 'in_corso',
    puntoCorrente: aperto.punti[0]?.id,
    quorum: { posti: 2, presenti: 1, richiesti: 2, raggiunto: false },
  });
  for (const { titolare, ente } of (await presenze()).posti) {
    expect(JSON.stringify(body)).not.toContain(ente);
    if (titolare !== null) expect(JSON.stringify(body)).not.toContain(titolare);
  }
  await esegui(world, base.ambito, aperto, base.referente, 'chiudi');
  const after = (await world.as(null).get<IncontroDalVivoView>(`${at()}/dal-vivo`)).body;
  expect(after).toMatchObject({ stato: 'svolto', puntoCorrente: null, puntoDal: null, quorum: { presenti: 1 } });
  const bozza = await creaIncontro(world, base.ambito, base.tavolo, base.referente);
  expect((await world.as(null).get(`/ambiti/${base.ambito.slug}/incontri/${bozza.id}/dal-vivo`)).status).toBe(404);
});

it('fixes in each punto the quorum of the moment it begins', async () => {
  const [a, b] = (await presenze()).posti.filter(p => p.veste === 'componente');
  const [primo, secondo] = aperto.punti;
  await rileva([voce(a?.id ?? '', 'titolare')]);
  await passa(primo?.id, null);
  await rileva([voce(b?.id ?? '', 'supplente')]);
  await passa(secondo?.id, primo?.id);
  const again = await passa(primo?.id, secondo?.id);
  expect(again.body.puntoCorrente).toBe(primo?.id);
  expect(again.body.punti.map(p => [p.quorum?.presenti, p.quorum?.raggiunto])).toEqual([
    [1, false],
    [2, true],
  ]);
});

it('closing records the seats nobody recorded as absent and fixes the day’s quorum; a correction later is kept in the registro', async () => {
  const [a] = (await presenze()).posti.filter(p => p.veste === 'componente');
  await rileva([voce(a?.id ?? '', 'titolare')]);
  const svolto = await esegui(world, base.ambito, aperto, base.referente, 'chiudi');
  expect(svolto).toMatchObject({ stato: 'svolto', quorum: { posti: 2, presenti: 1, richiesti: 2, raggiunto: false } });
  const other = (await presenze()).posti.find(p => p.veste === 'componente' && p.id !== a?.id);
  expect(other?.stato).toBe('assente');
  await rileva([voce(other?.id ?? '', 'supplente', 'assente')]);
  const corrected = await world.as(base.referente).get<IncontroView>(at());
  expect(corrected.body.quorum).toMatchObject({ presenti: 2, raggiunto: true });
  expect(corrected.body.gestione?.storia.map(s => s.azione)).toContain('presenza.correggi');
});

it('counts people in the room who hold no seat, and takes one back', async () => {
  const added = await world
    .as(base.referente)
    .post<PresenzeView>(`${at()}/presenti`, { nome: 'Uditrice Curiosa', per: 'Comitato di quartiere' });
  expect(added.body.ospiti).toMatchObject([{ nome: 'Uditrice Curiosa', per: 'Comitato di quartiere' }]);
  expect((await world.as(base.referente).delete(`${at()}/presenti/${added.body.ospiti[0]?.id ?? ''}`)).status).toBe(204);
  expect((await presenze()).ospiti).toEqual([]);
});

it('refuses taps before it opens, and seats of another incontro', async () => {
  const altro = await creaIncontro(world, base.ambito, base.tavolo, base.referente);
  const early = await world
    .as(base.referente)
    .post<Problem>(`/ambiti/${base.ambito.slug}/incontri/${altro.id}/presenze`, { voci: [voce(aperto.id, 'titolare')] });
  expect([early.body.code, early.body.errors?.[0]?.pointer]).toEqual(['risorsa.non_trovata', '/voci/0/postoId']);
  expect((await rileva([voce(aperto.id, 'titolare')])).status).toBe(404);
});

it('a tavolo that asks for a fixed number is judged by it', async () => {
  const path = `/ambiti/${base.ambito.slug}/tavoli/${base.tavolo.slug}/regole`;
  const { version, ...regole } = (await world.as(base.coordinatore).get<RegoleTavoloView>(path)).body;
  const put = await world
    .as(base.coordinatore)
    .put<RegoleTavoloView>(path, { ...regole, quorum: { tipo: 'fisso', numero: 1 } }, { version });
  expect(put.body.quorum).toEqual({ tipo: 'fisso', numero: 1 });
  expect((await presenze()).quorum.richiesti).toBe(1);
  expect((await world.as(base.coordinatore).put(path, regole, { version })).status).toBe(412);
});
