import { verifyChain } from '../../src/platform/registro/verify.js';
import { testWorld, type World } from '../app.js';
import { ACTS, type Act } from './acts.js';
import { FAULT_POINTS, sendAndDie, type FaultPoint } from './dying-portal.js';

let world: World;
beforeAll(async () => { world = await testWorld(); });
afterAll(() => world.close());

type Prepared = Awaited<ReturnType<Act['prepare']>>;
type Base = Awaited<ReturnType<World['scenario']['base']>>;

/** What is left in the database of an act, by everything it writes besides its own table. */
async function traces(base: Base, act: Act, mailsBefore: number) {
  const [row] = await world.db.query<{ atti: number; emails: number; gaps: number }[]>(
    `SELECT (SELECT count(*)::int FROM registro WHERE ambito_id = $1 AND azione = $2) AS atti,
       (SELECT count(*)::int FROM email WHERE ambito_id = $1) AS emails,
       (SELECT coalesce(sum(ultimo), 0)::int FROM protocollo_contatore WHERE ambito_id = $1) - (SELECT count(*)::int FROM convocazione WHERE ambito_id = $1)
         - (SELECT count(*)::int FROM verbale_pubblicazione WHERE ambito_id = $1)
         - (SELECT count(*)::int FROM designazione WHERE ambito_id = $1 AND protocollo_anno <> 1990) AS gaps`,
    [base.ambito.id, act.azione],
  );
  const chain = await verifyChain(world.db, base.ambito);
  return { atti: row?.atti, emails: (row?.emails ?? 0) - mailsBefore, gaps: row?.gaps, chain: chain.bad };
}

async function dieAndRepeat(act: Act, point: FaultPoint) {
  const base = await world.scenario.base();
  const { request }: Prepared = await act.prepare(world, base);
  const [{ n: before } = { n: 0 }] = await world.db.query<{ n: number }[]>('SELECT count(*)::int AS n FROM email WHERE ambito_id = $1', [base.ambito.id]);
  const signal = await sendAndDie(world, point, request);
  const after = await traces(base, act, before);
  const { status } = await world.as(request.chi).post(request.path, request.body, request);
  return { signal, after, repeated: status, end: await traces(base, act, before) };
}

describe.each(ACTS)('F-1: $azione', act => {
  const whole = { atti: 1, emails: act.emails, gaps: 0, chain: null };
  const nothing = { atti: 0, emails: 0, gaps: 0, chain: null };

  it.each(FAULT_POINTS)('killed with kill -9 at %s is wholly done or not at all, and is done once when repeated', async point => {
    const committed = point === 'command.after-commit';
    expect(await dieAndRepeat(act, point)).toEqual({ signal: 'SIGKILL', after: committed ? whole : nothing, repeated: committed ? act.again : act.again === 201 ? 201 : 200, end: whole });
  }, 30_000);
});
