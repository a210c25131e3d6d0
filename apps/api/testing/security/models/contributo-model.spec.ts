import fc from 'fast-check';
import { STATI_CONTRIBUTO, STATI_PUBBLICI, type ContributoRigaView, type Pagina } from '@tavoli/shared';
import { verifyChain } from '../../../src/platform/registro/verify.js';
import { testWorld, type World } from '../../app.js';
import { COMMANDS, STORIA, type Real } from './contributo-commands.js';
import type { Model } from './contributo-model.js';

/** More where there is time for it. */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 100);
const SEED = Number(process.env['MODEL_SEED'] ?? 20_261_123);

let world: World;
/** What the sequences got to, all together: a model that never moves agrees with anything. */
const reached = new Set<string>();
beforeAll(async () => {
  world = await testWorld({ TRUST_PROXY: 'true' });
});
afterAll(() => world.close());

/** An ambito of its own, so that every count is of this sequence only. */
async function begin(): Promise<{ model: Model; real: Real }> {
  const base = await world.scenario.base();
  const people = {
    referente: base.referente,
    coordinatore: base.coordinatore,
    ufficio: base.ufficio,
    estraneo: base.operatore,
    pubblico: null,
  };
  return {
    model: { pratiche: [], atti: 0, emails: 0 },
    real: { world, base, tavoli: [base.tavolo, await world.scenario.tavolo(base.ambito)], people },
  };
}

interface Riga {
  id: string;
  stato: string;
  version: number;
  unitoA: string | null;
  moderare: boolean;
  rispondere: boolean;
  motivazione: string | null;
}

/** In the end the database says what the model does, and what must hold of all contributi holds. */
async function agrees(m: Model, { base }: Real): Promise<void> {
  const rows = await world.db.query<Riga[]>(
    'SELECT id, stato, version, unito_a AS "unitoA", moderare_entro_at IS NOT NULL AS moderare, rispondere_entro_at IS NOT NULL AS rispondere, motivazione FROM contributo WHERE ambito_id = $1 ORDER BY id',
    [base.ambito.id],
  );
  const wanted = m.pratiche
    .map(p => ({ id: p.id, stato: p.stato, version: p.version, unitoA: p.unitoA?.id ?? null }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(rows.map(({ id, stato, version, unitoA }) => ({ id, stato, version, unitoA }))).toEqual(wanted);
  for (const row of rows) {
    // A clock runs exactly while somebody of the staff is waited for, and nothing ends without words.
    expect([row.stato, row.moderare, row.rispondere]).toEqual([
      row.stato,
      row.stato === 'in_moderazione',
      row.stato === 'pubblicato' || row.stato === 'in_esame',
    ]);
    if (['accolto', 'accolto_in_parte', 'non_accolto', 'rinviato', 'respinto'].includes(row.stato))
      expect(row.motivazione).toMatch(/.{10}/);
    expect(rows.find(r => r.id === row.unitoA)?.unitoA ?? null).toBeNull();
  }
  const { body } = await world.as(null).get<Pagina<ContributoRigaView>>(`/ambiti/${base.ambito.slug}/contributi?limit=100`);
  const pubblici = m.pratiche.filter(p => p.stato !== 'unito' && (STATI_PUBBLICI as readonly string[]).includes(p.stato)).map(p => p.id);
  expect(body.items.map(i => i.id).sort()).toEqual(pubblici.sort());
  const [counts] = await world.db.query(
    `SELECT count(*)::int AS emails, count(DISTINCT chiave)::int AS diverse FROM email WHERE ambito_id = $1 AND tipo <> 'contributo.da_moderare'`,
    [base.ambito.id],
  );
  expect(counts).toEqual({ emails: m.emails, diverse: m.emails });
  expect(await verifyChain(world.db, base.ambito)).toEqual({ ambito: base.ambito.slug, acts: m.atti, bad: null });
}

it('A-7: any sequence of acts on contributi, by anyone, in any order, late or twice, ends where the state tables and the matrix say, with nothing lost or doubled', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: STORIA.length }), fc.commands(COMMANDS, { size: '+1', maxCommands: 30 }), async (told, commands) => {
      const setup = await begin();
      for (const command of STORIA.slice(0, told)) await command.run(setup.model, setup.real);
      await fc.asyncModelRun(() => setup, commands);
      await agrees(setup.model, setup.real);
      for (const p of setup.model.pratiche) reached.add(p.stato).add(`riesame ${p.riesame}`);
    }),
    { numRuns: RUNS, seed: SEED, interruptAfterTimeLimit: 600_000 },
  );
  expect([...reached].sort()).toEqual([...STATI_CONTRIBUTO, 'riesame no', 'riesame chiesto', 'riesame deciso'].sort());
});
