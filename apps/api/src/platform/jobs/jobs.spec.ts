import { testWorld } from '../../../testing/app.js';
import { eventually } from '../../../testing/embedded.js';
import { transactionsIn } from '../../../testing/statements.js';
import { Jobs } from './jobs.js';

it('a worker plans the recurring work in the database, and stops in good order; a web process plans nothing', async () => {
  const web = await testWorld({ PROCESS: 'web' });
  expect(await web.db.query(`SELECT to_regnamespace('pgboss') AS schema`)).toEqual([{ schema: null }]);
  await web.close();
  const worker = await testWorld({ PROCESS: 'all' });
  const lavori = worker.app
    .get(Jobs, { strict: false })
    .elenco.map(r => r.name)
    .sort();
  const planned = () =>
    worker.db
      .query<{ name: string; timezone: string; missed: string }[]>(
        `SELECT name, timezone, options->>'missed' AS missed FROM pgboss.schedule ORDER BY name`,
      )
      .catch(() => []);
  await eventually(async () => (await planned()).length === lavori.length);
  expect(await planned()).toEqual(lavori.map(name => ({ name, timezone: 'Europe/Rome', missed: 'once' })));
  // Idle, with all its workers and jobs, once what was missed is done: a handful of questions, where a loop that does not sleep asks thousands.
  await eventually(async () => (await transactionsIn(worker.db, 5)) < 50);
  await worker.close();
});

it('what came due while every worker was off is done at the next start: the sigillo of the day', async () => {
  const web = await testWorld({ PROCESS: 'web' });
  const { id } = await web.scenario.ambito();
  await web.db.query('INSERT INTO registro_testa (ambito_id, seq, hash) VALUES ($1, 1, $2)', [id, Buffer.alloc(32, 1)]);
  const worker = await testWorld({ PROCESS: 'worker' }, undefined, web.url);
  await eventually(async () => (await web.db.query<unknown[]>('SELECT 1 FROM sigillo WHERE ambito_id = $1', [id])).length === 1);
  await worker.close();
  await web.close();
});
