import fc from 'fast-check';
import type { IterPubblicoView } from '@tavoli/shared';
import { verifyChain } from '../../../src/platform/registro/verify.js';
import { testWorld, type World } from '../../app.js';
import { unIter } from '../../scenario/iter.js';
import { COMMANDS, type Real } from './iter-commands.js';
import type { Model } from './iter-model.js';

/** More where there is time for it. */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 120);
const SEED = Number(process.env['MODEL_SEED'] ?? 20_261_123);

let world: World;
/** What the sequences got to, all together: a model that never moves agrees with anything. */
const reached = new Set<string>();
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

async function begin(): Promise<{ model: Model; real: Real; ambito: { id: string; slug: string } }> {
  const base = await world.scenario.base();
  await unIter(world.db, base.ambito);
  const people = {
    coordinatore: base.coordinatore,
    ufficio: base.ufficio,
    referente: base.referente,
    operatore: base.operatore,
    pubblico: null,
  };
  return { model: { fasi: [], registro: 0 }, real: { world, slug: base.ambito.slug, people }, ambito: base.ambito };
}

/** In the end database and public page say what the model does: nothing internal shows, nothing is lost, the register is whole. */
async function agrees(m: Model, ambito: { id: string; slug: string }): Promise<void> {
  const wanted = m.fasi.filter(f => !f.eliminata);
  const rows = await world.db.query<unknown[]>('SELECT id, stato, version FROM fase WHERE ambito_id = $1 ORDER BY ordine', [ambito.id]);
  expect(rows).toEqual(wanted.map(({ id, stato, version }) => ({ id, stato, version })));
  const { body } = await world.as(null).get<IterPubblicoView>(`/ambiti/${ambito.slug}/iter`);
  const ids = (list: readonly { id: string }[]) => list.map(a => a.id).sort();
  expect(body.fasi.map(f => [f.id, f.stato, ids(f.atti)])).toEqual(wanted.map(f => [f.id, f.stato, ids(f.atti.filter(a => a.pubblico))]));
  for (const f of body.fasi)
    expect([f.stato, f.iniziataIl !== null || f.stato === 'da_avviare' || f.stato === 'saltata', f.conclusaIl !== null]).toEqual([
      f.stato,
      true,
      f.stato === 'conclusa',
    ]);
  expect(await verifyChain(world.db, ambito)).toEqual({ ambito: ambito.slug, acts: m.registro, bad: null });
}

it('A-7: any sequence of acts on an iter, by anyone, in any order, late or twice, ends where the state table, the matrix and the rules say, on the public page too', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(COMMANDS, { size: '+1', maxCommands: 40 }), async commands => {
      const setup = await begin();
      await fc.asyncModelRun(() => setup, commands);
      await agrees(setup.model, setup.ambito);
      for (const f of setup.model.fasi)
        reached
          .add(f.eliminata ? 'eliminata' : f.stato)
          .add(f.stato === 'conclusa' && f.attesi > 0 && f.atti.length >= f.attesi ? 'conclusa con i suoi atti' : 'altro');
    }),
    { numRuns: RUNS, seed: SEED, interruptAfterTimeLimit: 600_000 },
  );
  expect([...reached].sort()).toEqual(['altro', 'conclusa', 'conclusa con i suoi atti', 'da_avviare', 'eliminata', 'in_corso', 'saltata']);
});
