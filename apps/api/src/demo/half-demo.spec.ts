import { testWorld, type World } from '../../testing/app.js';
import { eventually } from '../../testing/embedded.js';
import { onServer } from '../../testing/run-server.js';
import { runMigrations } from '../platform/database/migrate.js';
import { DemoSeed } from './demo-seed.js';
import { discardHalfDemo } from './half-demo.js';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const seed = () => new DemoSeed(world.db, world.app).ensure();
const left = async () =>
  (
    await world.db.query<{ ambiti: number; atti: number; sigilli: number; finita: boolean | null }[]>(
      'SELECT (SELECT count(*)::int FROM ambito) AS ambiti, (SELECT count(*)::int FROM registro) AS atti, (SELECT count(*)::int FROM sigillo) AS sigilli, (SELECT completata_at IS NOT NULL FROM dimostrazione) AS finita',
    )
  )[0];
/** What a start does before the application is there. */
const start = async () => {
  await discardHalfDemo(world.url);
  await runMigrations(world.url);
};

it('F-1: a demo whose making was cut off begins again at the next start, and a whole one is left as it is', async () => {
  await start();
  const making = seed().then(
    () => 'made',
    () => 'cut off',
  );
  await onServer(world.url, async client => {
    await eventually(async () => (await client.query('SELECT 1 FROM registro WHERE azione LIKE $1', ['designazione.%'])).rowCount !== 0);
    await client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
  });
  expect(await making).toBe('cut off');
  // A connection of the pool may not know yet that it was ended.
  await eventually(() =>
    left().then(
      () => true,
      () => false,
    ),
  );
  expect(await left()).toMatchObject({ ambiti: 1, sigilli: 0, finita: false });

  await start();
  expect(await left()).toEqual({ ambiti: 0, atti: 0, sigilli: 0, finita: null });
  await Promise.all([seed(), seed()]);
  const whole = await left();
  expect(whole).toMatchObject({ ambiti: 1, sigilli: 1, finita: true });

  await start();
  await seed();
  expect(await left()).toEqual(whole);
});
