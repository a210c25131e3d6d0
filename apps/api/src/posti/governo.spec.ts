import type { AnteprimaConvocazioneView, DesignazioneView, IncontroView, PresenzeView, Problem, TavoloView } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { creaIncontro, esegui, portaAdOggi } from '../../testing/scenario/incontri.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;
type Designazione = Awaited<ReturnType<World['scenario']['designazione']>>;

let world: World;
let base: Base;
let seduta: Designazione;

beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  base = await world.scenario.base();
  seduta = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
});

const MOTIVO = 'L’ente non ha ancora mandato i documenti.';
const at = (percorso: string) => `/ambiti/${base.ambito.slug}${percorso}`;
const leggi = async (d: { id: string } = seduta) =>
  (await world.as(base.coordinatore).get<DesignazioneView>(at(`/designazioni/${d.id}`))).body;
async function passo(azione: string, body: object = {}, chi = base.coordinatore, d: { id: string } = seduta) {
  const [{ version } = { version: 0 }] = await world.db.query<{ version: number }[]>('SELECT version FROM designazione WHERE id = $1', [
    d.id,
  ]);
  return world
    .as(chi)
    .post<DesignazioneView & Problem>(at(`/designazioni/${d.id}/azioni/${azione}`), { motivazione: MOTIVO, ...body }, { version });
}
const incontro = async (n: { id: string }) => (await world.as(base.referente).get<IncontroView>(at(`/incontri/${n.id}`))).body;
const agisci = async (n: { id: string }, azione: string) => esegui(world, base.ambito, await incontro(n), base.referente, azione, {});
const convocato = async () => agisci(await creaIncontro(world, base.ambito, base.tavolo, base.referente), 'convoca');
const presenze = async (n: { id: string }) => (await world.as(base.referente).get<PresenzeView>(at(`/incontri/${n.id}/presenze`))).body;
const enti = async () => (await world.as(null).get<TavoloView>(at(`/tavoli/${base.tavolo.slug}`))).body.enti;
const mails = (tipo: string, oggetto: string) =>
  world.db
    .query<{ a: string; metodo: string | null }[]>(
      `SELECT a_indirizzo AS a, calendario->>'method' AS metodo FROM email WHERE tipo = $1 AND oggetto_id = $2 ORDER BY 1`,
      [tipo, oggetto],
    )
    .then(righe => righe.map(({ a, metodo }) => [a, metodo]));
const disdette = () => seduta.persone.map(p => [p.email, 'CANCEL']).sort();
const motiviFine = () =>
  world.db.query<{ m: string | null }[]>('SELECT motivo_fine AS m FROM mandato WHERE rappresentante_id = ANY($1) ORDER BY 1', [
    seduta.persone.map(p => p.id),
  ]);

describe('a seat that the coordinatore suspends', () => {
  it('is not sat in, is not called, does not count; on its return who sits is among the new ones to call', async () => {
    const n = await convocato();
    expect((await passo('sospendi')).body).toMatchObject({ stato: 'sospesa', motivazione: MOTIVO });
    expect(await mails('incontro.uscita', n.id)).toEqual(disdette());
    expect((await mails('posto.sospeso', seduta.id)).map(([a]) => a)).toEqual(expect.arrayContaining(seduta.persone.map(p => p.email)));
    expect(await enti()).toEqual([]);
    const bozza = await creaIncontro(world, base.ambito, base.tavolo, base.referente);
    const { esclusi, destinatari } = (await world.as(base.referente).get<AnteprimaConvocazioneView>(at(`/incontri/${bozza.id}/anteprima`)))
      .body;
    expect([esclusi.map(e => e.motivo), destinatari.filter(d => d.ente !== null)]).toEqual([['posto_sospeso'], []]);
    expect((await incontro(n)).azioni).not.toContain('convoca_nuovi');

    expect((await passo('riattiva')).body).toMatchObject({ stato: 'accettata', motivazione: null });
    expect((await enti()).map(e => e.rappresentanti.length)).toEqual([2]);
    const visto = await incontro(n);
    expect(visto.gestione?.nuovi.map(d => d.email).sort()).toEqual(seduta.persone.map(p => p.email).sort());
    await agisci(n, 'convoca_nuovi');
    await portaAdOggi(world, n);
    await agisci(n, 'apri');
    expect((await presenze(n)).posti.map(p => p.convocato)).toEqual([true]);
    expect((await motiviFine()).map(r => r.m)).toEqual([null, null]);
  });

  it('suspended when the incontro begins, makes no number there', async () => {
    const n = await convocato();
    await passo('sospendi');
    await portaAdOggi(world, n);
    await agisci(n, 'apri');
    expect((await presenze(n)).quorum.posti).toBe(0);
  });

  it('is kept: the ente takes no other, and a replacement waits until it is active again', async () => {
    const bozza = await passo('sostituisci', {}, base.operatore);
    const inviata = await passo('invia', {}, base.operatore, bozza.body);
    await passo('sospendi');
    const accetta = await passo('accetta', {}, base.referente, inviata.body);
    expect([accetta.status, accetta.body.code]).toEqual([409, 'designazione.posto_sospeso']);
    await passo('riattiva');
    expect((await passo('accetta', {}, base.referente, inviata.body)).body.stato).toBe('accettata');
  });

  it('is filled by who consents meanwhile, from its return on', async () => {
    const ente = await world.scenario.ente(base.ambito);
    const d = await world.scenario.designazione(base.ambito, { ...base, ente, stato: 'accettata' });
    await passo('sospendi', {}, base.coordinatore, d);
    const segreto = d.persone[0]?.segreto ?? '';
    expect((await world.as(null).post('/consenso/azioni/acconsenti', {}, { headers: { 'x-segreto': segreto } })).status).toBe(200);
    expect((await enti()).length).toBe(1);
    await passo('riattiva', {}, base.coordinatore, d);
    expect((await enti()).map(e => e.rappresentanti.length).sort()).toEqual([1, 2]);
  });
});

describe('a seat that the coordinatore ends', () => {
  it('asks why, and ends at once: mandati, calendars, page; its history stays', async () => {
    const n = await convocato();
    const senza = await passo('cessa');
    expect([senza.status, senza.body.errors?.map(e => e.pointer)]).toEqual([400, ['/causa']]);
    expect((await passo('cessa', { causa: 'ente_cancellato' })).body).toMatchObject({
      stato: 'cessata',
      causaFine: 'ente_cancellato',
      azioni: [],
    });
    expect((await motiviFine()).map(r => r.m)).toEqual(['ente_cancellato', 'ente_cancellato']);
    expect(await mails('incontro.uscita', n.id)).toEqual(disdette());
    expect(await enti()).toEqual([]);
    const [atto] = (await leggi()).storia;
    expect(atto).toMatchObject({ azione: 'designazione.cessa', motivazione: MOTIVO });
  });

  it('and what was to replace it is a new answer, which the avviso judges', async () => {
    const bozza = await passo('sostituisci', {}, base.operatore);
    await passo('cessa', { causa: 'errore_ufficio' });
    await world.db.query(`UPDATE avviso SET chiude_at = now() - interval '1 minute', ammette_tardive = false WHERE id = $1`, [
      base.avviso.id,
    ]);
    const invia = await passo('invia', {}, base.operatore, bozza.body);
    expect([invia.status, invia.body.code]).toEqual([409, 'avviso.chiuso']);
  });

  it('by nobody but the coordinatore', async () => {
    for (const chi of [base.referente, base.ufficio, base.operatore])
      for (const azione of ['sospendi', 'cessa']) expect((await passo(azione, { causa: 'fine_mandato' }, chi)).status).toBe(403);
  });
});

describe('in what capacity an ente sits', () => {
  it('is corrected freely before the answer, with a reason after, and not into what it is', async () => {
    const ente = await world.scenario.ente(base.ambito);
    const inviata = await world.scenario.designazione(base.ambito, { ...base, ente, stato: 'inviata' });
    const libera = await passo('correggi_veste', { veste: 'osservatore', motivazione: undefined }, base.referente, inviata);
    expect([libera.status, libera.body.veste, libera.body.stato]).toEqual([200, 'osservatore', 'inviata']);
    const senza = await passo('correggi_veste', { veste: 'osservatore', motivazione: undefined }, base.referente);
    expect([senza.status, senza.body.errors?.map(e => e.pointer)]).toEqual([400, ['/motivazione']]);
    expect((await passo('correggi_veste', { veste: 'componente' }, base.referente)).body.code).toBe('designazione.stessa_veste');
  });

  it('counts from then on for who sits already; past incontri stay', async () => {
    const n = await convocato();
    await portaAdOggi(world, n);
    await agisci(n, 'apri');
    expect((await passo('correggi_veste', { veste: 'osservatore' }, base.referente)).body.veste).toBe('osservatore');
    expect((await enti()).map(e => e.veste)).toEqual(['osservatore']);
    expect((await presenze(n)).posti.map(p => p.veste)).toEqual(['componente']);
    const dopo = await convocato();
    await portaAdOggi(world, dopo);
    await agisci(dopo, 'apri');
    expect((await presenze(dopo)).posti.map(p => p.veste)).toEqual(['osservatore']);
  });
});
