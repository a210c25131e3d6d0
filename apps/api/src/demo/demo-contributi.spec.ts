import { STATI_CONTRIBUTO } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { DemoSeed } from './demo-seed.js';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

it('the demo shows contributi in every state that lasts, some late, one under review, tied to what was discussed', async () => {
  const seed = new DemoSeed(world.db, world.app);
  await seed.ensure();
  const rows = await world.db.query<{ stato: string }[]>('SELECT DISTINCT stato FROM contributo');
  expect(STATI_CONTRIBUTO.filter(stato => !rows.some(r => r.stato === stato))).toEqual(['ritirato']);
  const [count] = await world.db.query<{ tardi: number; riesami: number; legami: number; propri: number; futuri: number }[]>(
    `SELECT (SELECT count(*)::int FROM contributo WHERE moderare_entro_at < now()) AS tardi, (SELECT count(*)::int FROM contributo WHERE riesame_chiesto_at IS NOT NULL) AS riesami,
       (SELECT count(*)::int FROM contributo_legame) AS legami, (SELECT count(*)::int FROM contributo WHERE account_id IS NOT NULL) AS propri, (SELECT count(*)::int FROM contributo_passo WHERE at > now()) AS futuri`,
  );
  expect(count).toEqual({ tardi: 1, riesami: 1, legami: 4, propri: 2, futuri: 0 });
});
