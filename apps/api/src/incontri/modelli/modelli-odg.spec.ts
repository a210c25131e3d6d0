import type { ModelloOdgView, Problem } from '@tavoli/shared';
import { testWorld, type World } from '../../../testing/app.js';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const punti = [{ titolo: 'Approvazione del verbale', minuti: 10 }];

it('an ordine del giorno is kept for a tavolo or for all, found where it is planned, and never said of another tavolo', async () => {
  const base = await world.scenario.base();
  const altro = await world.scenario.tavolo(base.ambito);
  const at = (where: string) => `/ambiti/${base.ambito.slug}/${where}/modelli-odg`;
  const suo = at(`tavoli/${base.tavolo.slug}`);
  const salva = (dove: string, chi: typeof base.referente, nome: string) =>
    world.as(chi).post<ModelloOdgView & Problem>(dove, { nome, punti });
  const nomi = async (dove: string, chi = base.coordinatore) =>
    (await world.as(chi).get<{ items: ModelloOdgView[] }>(dove)).body.items.map(m => [m.nome, m.diTutti]);

  const del = await salva(suo, base.referente, 'Incontro ordinario');
  const tutti = await salva(at('plenarie'), base.coordinatore, 'Avvio');
  expect([del.status, tutti.status]).toEqual([201, 201]);
  expect(del.body.punti).toEqual(punti);
  expect([await nomi(suo, base.referente), await nomi(at(`tavoli/${altro.slug}`)), await nomi(at('plenarie'))]).toEqual([
    [
      ['Incontro ordinario', false],
      ['Avvio', true],
    ],
    [['Avvio', true]],
    [['Avvio', true]],
  ]);
  const doppio = await salva(suo, base.referente, 'INCONTRO ordinario');
  expect([doppio.body.code, doppio.body.errors?.[0]?.pointer]).toEqual(['modello_odg.duplicato', '/nome']);
  expect((await salva(suo, base.operatore, 'Di chi non conduce')).status).toBe(403);
  expect((await world.as(base.referente).delete(`${suo}/${tutti.body.id}`)).status).toBe(404);
  expect((await world.as(base.referente).delete(`${suo}/${del.body.id}`)).status).toBe(204);
  expect(await nomi(suo)).toEqual([['Avvio', true]]);
});
