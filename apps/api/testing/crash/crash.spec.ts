import { verifyChain } from '../../src/platform/registro/verify.js';
import { testWorld, type World } from '../app.js';
import { ACTS, type Act } from './acts.js';
import { MOMENTS, sendAndDie, type Moment, type Request } from './dying-portal.js';

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

/** Each act on a stage of its own, in one process that dies at this moment of all of them. */
async function stageAndDie(moment: Moment) {
  const staged: { act: Act; base: Base; request: Request; before: number }[] = [];
  for (const act of ACTS) {
    const base = await world.scenario.base();
    const request = await act.prepare(world, base);
    staged.push({ act, base, request, before: await mailsOf(base) });
  }
  const deaths = await sendAndDie(
    world,
    moment,
    staged.map(s => s.request),
  );
  return staged.map((stage, i) => ({ ...stage, ...deaths[i] }));
}

async function mailsOf({ ambito }: Base): Promise<number> {
  const [row] = await world.db.query<{ n: number }[]>('SELECT count(*)::int AS n FROM email WHERE ambito_id = $1', [ambito.id]);
  return row?.n ?? 0;
}

/** What the dead process left, and what a process that goes on makes of the request sent twice more, as whoever got no answer does. */
async function repeat({ act, base, request, before, signal, answer = null }: Awaited<ReturnType<typeof stageAndDie>>[number]) {
  const after = await traces(base, act, before);
  const again = async () => {
    const { status, body } = await world.as(request.chi).post<unknown>(request.path, request.body, request);
    return { status, body };
  };
  const answers = [answer, await again(), await again()].filter(a => a !== null);
  return { signal, acknowledged: answer !== null, after, answers, end: await traces(base, act, before) };
}

describe.each(MOMENTS)('F-1: killed with kill -9 (%s)', moment => {
  let dead: Awaited<ReturnType<typeof stageAndDie>>;
  beforeAll(async () => {
    dead = await stageAndDie(moment);
  });

  it.each(ACTS)('$azione is wholly done or not at all, is there if it was acknowledged, and is done once when repeated', async act => {
    const stage = dead.find(d => d.act === act);
    if (!stage) throw new Error('Every act has its stage.');
    const whole = { atti: 1, emails: act.emails, gaps: 0, chain: null };
    const nothing = { atti: 0, emails: 0, gaps: 0, chain: null };
    const keyed = act.repeated === 'same answer';
    const committed = moment === 'command.after-commit' || moment === 'answered';
    const { answers, ...found } = await repeat(stage);
    expect(found).toEqual({ signal: 'SIGKILL', acknowledged: moment === 'answered', after: committed ? whole : nothing, end: whole });
    const done = keyed ? 201 : 200;
    const statuses = [...(moment === 'answered' ? [done] : []), keyed || !committed ? done : 412, keyed ? done : 412];
    expect(answers.map(a => a.status)).toEqual(statuses);
    if (keyed) for (const { body } of answers) expect(body).toEqual(answers[0]?.body);
  });
});
