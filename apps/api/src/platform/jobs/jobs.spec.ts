import { testWorld } from '../../../testing/app.js';
import { eventually } from '../../../testing/embedded.js';
import { transactionsIn } from '../../../testing/statements.js';

/** Everything that is done by the calendar. */
const LAVORI = ['conservazione', 'contributi', 'dossier', 'impegni', 'promemoria', 'revisioni', 'ricerca-parole', 'sigilli'];

it('a worker plans the recurring work in the database, and stops in good order; a web process plans nothing', async () => {
  const web = await testWorld({ PROCESS: 'web' });
  expect(await web.db.query(`SELECT to_regnamespace('pgboss') AS schema`)).toEqual([{ schema: null }]);
  await web.close();
  const worker = await testWorld({ PROCESS: 'all' });
  const planned = () => worker.db.query<{ name: string; timezone: string }[]>('SELECT name, timezone FROM pgboss.schedule ORDER BY name').catch(() => []);
  await eventually(async () => (await planned()).length === LAVORI.length);
  expect(await planned()).toEqual(LAVORI.map(name => ({ name, timezone: 'Europe/Rome' })));
  // Idle, with all its workers and jobs: a handful of questions, where a loop that does not sleep asks thousands.
  expect(await transactionsIn(worker.db, 10)).toBeLessThan(100);
  await worker.close();
});
