import type { DesignazioneView, Problem } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { dueRappresentanti } from '../../testing/scenario/rappresentanti.js';

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

const at = (path: string) => `/ambiti/${base.ambito.slug}${path}`;
const crea = () =>
  world.as(base.operatore).post<DesignazioneView & Problem>(at(`/enti/${base.ente.id}/designazioni`), {
    avvisoId: base.avviso.id,
    tavoloId: base.tavolo.id,
    rappresentanti: dueRappresentanti(),
  });

function esegui(chi: Base['operatore'], d: { id: string; version: number }, azione: string) {
  return world.as(chi).post<DesignazioneView & Problem>(at(`/designazioni/${d.id}/azioni/${azione}`), {}, { version: d.version });
}

describe('the one seat of an ente at a tavolo', () => {
  it('is not made beside one that already sits at the tavolo: that one is replaced', async () => {
    const seduta = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
    const answer = await crea();
    expect([answer.status, answer.body.code]).toEqual([409, 'designazione.esiste']);
    expect((await esegui(base.operatore, seduta, 'sostituisci')).body.stato).toBe('bozza');
  });

  it('is refused, not failed, when another of the ente has taken the seat meanwhile', async () => {
    const altra = await world.scenario.designazione(base.ambito, { ...base, stato: 'inviata' });
    await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
    const answer = await esegui(base.referente, altra, 'accetta');
    expect([answer.status, answer.body.code]).toEqual([409, 'designazione.esiste']);
  });

  it('says first that the version is old, whatever else would not do', async () => {
    const seduta = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
    const old = await esegui(base.operatore, { id: seduta.id, version: 0 }, 'sostituisci');
    expect([old.status, old.body.code, old.body.version]).toEqual([412, 'versione.superata', 1]);
  });
});
