import { verifyChain } from '../../src/platform/registro/verify.js';
import { testWorld, type World } from '../app.js';
import { ACTS, type Act } from './acts.js';
import { MOMENTS, sendAndDie, type Moment } from './dying-portal.js';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

type Base = Awaited<ReturnType<World['scenario']['base']>>;

/** What is left in the database of an act, by everything it writes besides its own table. */
async function traces(base: Base, act: Act, mailsBefore: number) {
  const [row] = await world.db.query<{ atti: number; emails: number; gaps: number }[]>(
    `SELECT (SELECT count(*)::int FROM registro WHERE ambito_id = $1 AND azione = $2) AS atti,
       (SELECT count(*)::int FROM email WHERE ambito_id = $1) AS emails,
       (SELECT coalesce(sum(ultimo), 0)::int FROM protocollo_contatore WHERE ambito_id = $1) - (SELECT count(*)::int FROM convocazione WHERE ambito_id = $1)
         - (SELECT count(*)::int FROM verbale_pubblicazione WHERE ambito_id = $1)
         - (SELECT count(*)::int FROM elaborato_accoglimento WHERE ambito_id = $1)
         - (SELECT count(*)::int FROM designazione WHERE ambito_id = $1 AND protocollo_anno <> 1990) AS gaps`,
    [base.ambito.id, act.azione],
  );
  const chain = await verifyChain(world.db, base.ambito);
  return { atti: row?.atti, emails: (row?.emails ?? 0) - mailsBefore, gaps: row?.gaps, chain: chain.bad };
}

/** Sets the stage, dies, and has a process that goes on repeat the request twice, as whoever got no answer does. */
async function dieAndRepeat(act: Act, moment: Moment) {
  const base = await world.scenario.base();
  const request = await act.prepare(world, base);
  const [{ n: before } = { n: 0 }] = await world.db.query<{ n: number }[]>('SELECT count(*)::int AS n FROM email WHERE ambito_id = $1', [
    base.ambito.id,
  ]);
  const { signal, answer } = await sendAndDie(world, moment, request);
  const after = await traces(base, act, before);
  const again = async () => {
    const { status, body } = await world.as(request.chi).post<unknown>(request.path, request.body, request);
    return { status, body };
  };
  const answers = [answer, await again(), await again()].filter(a => a !== null);
  return { signal, acknowledged: answer !== null, after, answers, end: await traces(base, act, before) };
}

describe.each(ACTS)('F-1: $azione', act => {
  const whole = { atti: 1, emails: act.emails, gaps: 0, chain: null };
  const nothing = { atti: 0, emails: 0, gaps: 0, chain: null };
  const keyed = act.repeated === 'same answer';

  it.each(MOMENTS)(
    'killed with kill -9 (%s) is wholly done or not at all, is there if it was acknowledged, and is done once when repeated',
    async moment => {
      const committed = moment === 'command.after-commit' || moment === 'answered';
      const { answers, ...found } = await dieAndRepeat(act, moment);
      expect(found).toEqual({ signal: 'SIGKILL', acknowledged: moment === 'answered', after: committed ? whole : nothing, end: whole });
      const done = keyed ? 201 : 200;
      const statuses = [...(moment === 'answered' ? [done] : []), keyed || !committed ? done : 412, keyed ? done : 412];
      expect(answers.map(a => a.status)).toEqual(statuses);
      if (keyed) for (const { body } of answers) expect(body).toEqual(answers[0]?.body);
    },
  );
});
