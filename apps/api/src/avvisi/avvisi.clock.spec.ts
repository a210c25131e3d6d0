import { testWorld, type World } from '../../testing/app.js';
import { Bus } from '../platform/realtime/bus.js';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

it('announces the pages of an ambito as changed when one of its avvisi closes by itself', async () => {
  const ambito = await world.scenario.ambito();
  const closing = 3 / 3600;
  const avviso = await world.scenario.avviso(ambito, [], { chiude: closing });
  const heard = new Promise<string>(resolve => {
    world.app.get(Bus, { strict: false }).on('pagine', ({ ambitoSlug }) => {
      if (ambitoSlug === ambito.slug) resolve(ambitoSlug);
    });
  });
  // Something of another ambito changes: that is how this replica learns that there are avvisi to look at.
  await world.db.query(`SELECT pg_notify('tavoli', '{"t":"pagine","ambitoSlug":"altrove"}')`);
  await heard;
  const [row] = await world.db.query<{ closed: boolean }[]>('SELECT chiude_at <= now() AS closed FROM avviso WHERE id = $1', [avviso.id]);
  expect(row?.closed).toBe(true);
});
