import type { AttoRegistroView, Pagina } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

describe('the register of acts', () => {
  it('is read by the offices, number after number, with who did what and why', async () => {
    const base = await world.scenario.base();
    const path = `/ambiti/${base.ambito.slug}`;
    for (const ente of [await world.scenario.ente(base.ambito), await world.scenario.ente(base.ambito)]) {
      const d = await world.scenario.designazione(base.ambito, { ...base, ente, stato: 'inviata' });
      await world
        .as(base.coordinatore)
        .post(`${path}/designazioni/${d.id}/azioni/respingi`, { motivazione: 'Un motivo di prova.' }, { version: 1 });
    }
    const first = await world.as(base.ufficio).get<Pagina<AttoRegistroView>>(`${path}/registro?limit=1`);
    expect(first.body.items).toEqual([
      expect.objectContaining({
        numero: 2,
        azione: 'designazione.respingi',
        motivazione: 'Un motivo di prova.',
        attore: `${base.coordinatore.nome} ${base.coordinatore.cognome}`,
      }),
    ]);
    const second = await world
      .as(base.ufficio)
      .get<Pagina<AttoRegistroView>>(`${path}/registro?limit=1&cursor=${first.body.nextCursor ?? ''}`);
    expect(second.body).toMatchObject({ items: [{ numero: 1 }], nextCursor: null });
    expect((await world.as(base.operatore).get(`${path}/registro`)).status).toBe(403);
  });
});
