import type { TavoloView } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { AMBITO } from './mondo/demo.data.js';
import { SOTTOGRUPPO } from './mondo/demo-posti.data.js';
import { DemoSeed } from './demo-seed.js';

let world: World;
beforeAll(async () => {
  world = await testWorld();
  await new DemoSeed(world.db, world.app).ensure();
});
afterAll(() => world.close());

it('the demo shows a sottogruppo with its people, and a group that follows a tavolo without a seat', async () => {
  const pagina = async (slug: string) => (await world.as(null).get<TavoloView>(`/ambiti/${AMBITO.slug}/tavoli/${slug}`)).body;
  const tavolo = await pagina(SOTTOGRUPPO.tavolo);
  expect(tavolo.sottogruppi).toMatchObject([
    { nome: SOTTOGRUPPO.nome, chiusoIl: null, enti: tavolo.enti.map(e => e.denominazione).sort() },
  ]);
  expect(tavolo.osservatori).toEqual({ ammette: true, quanti: 1 });
  const atti = await world.db.query<{ azione: string }[]>(
    `SELECT azione FROM registro WHERE azione LIKE 'osservatore.%' OR azione LIKE 'sottogruppo.%' ORDER BY seq`,
  );
  expect(atti.map(a => a.azione)).toEqual(['sottogruppo.crea', 'osservatore.chiedi', 'osservatore.ammetti']);
});
