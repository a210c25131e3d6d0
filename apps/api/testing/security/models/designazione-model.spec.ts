import { DESIGNAZIONI_COL_POSTO, tra } from '@tavoli/shared';
import fc from 'fast-check';
import { verifyChain } from '../../../src/platform/registro/verify.js';
import { testWorld, type World } from '../../app.js';
import { COMMANDS, STORIA, type Real } from './designazione-commands.js';
import type { Model } from './designazione-model.js';

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

/** An ambito of its own, so that every count is of this sequence only. */
async function begin(stato: 'bozza' | 'pubblicato'): Promise<{ model: Model; real: Real }> {
  const base = await world.scenario.base();
  if (stato === 'bozza') await world.db.query(`UPDATE avviso SET stato = 'bozza', pubblicato_at = NULL WHERE id = $1`, [base.avviso.id]);
  const altroEnte = await world.scenario.operatore(base.ambito, await world.scenario.ente(base.ambito));
  const people = {
    operatore: base.operatore,
    referente: base.referente,
    coordinatore: base.coordinatore,
    ufficio: base.ufficio,
    altroEnte,
    pubblico: null,
  };
  return {
    model: { avviso: { stato, version: 1 }, pratiche: [], atti: 0, emails: 0, inviate: 0, creata: null },
    real: { world, base, people },
  };
}

/** In the end the database says what the model does, and what must hold of all designazioni holds. */
async function agrees(m: Model, { base }: Real): Promise<void> {
  const of = <T>(sql: string): Promise<T[]> => world.db.query<T[]>(sql, [base.ambito.id]);
  const pratiche = await of<{ id: string }>(
    `SELECT d.id, d.stato, d.version, coalesce(d.veste, 'componente') AS veste, (SELECT coalesce(jsonb_agg(r.consenso ORDER BY r.ordine), '[]') FROM rappresentante r WHERE r.designazione_id = d.id) AS consensi FROM designazione d WHERE d.ambito_id = $1`,
  );
  const wanted = m.pratiche
    .filter(p => !p.eliminata)
    .map(({ id, stato, version, veste, consensi }) => ({ id, stato, version, veste, consensi }));
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  expect(pratiche.sort(byId)).toEqual(wanted.sort(byId));
  expect(await of(`SELECT stato, version FROM avviso WHERE ambito_id = $1`)).toEqual([m.avviso]);

  const numbers = await of<{ n: number }>(
    `SELECT protocollo_numero AS n FROM designazione WHERE ambito_id = $1 AND protocollo_numero IS NOT NULL ORDER BY inviata_at`,
  );
  expect(numbers.map(({ n }) => n)).toEqual(Array.from({ length: m.inviate }, (_, i) => i + 1));
  const [counts] = await of(
    `SELECT (SELECT count(*)::int FROM email WHERE ambito_id = $1) AS emails, (SELECT count(DISTINCT chiave)::int FROM email WHERE ambito_id = $1) AS diverse, (SELECT count(*)::int FROM mandato WHERE ambito_id = $1 AND al IS NULL) AS posti`,
  );
  const posti = m.pratiche
    .filter(p => tra(DESIGNAZIONI_COL_POSTO, p.stato))
    .flatMap(p => p.consensi)
    .filter(c => c === 'dato').length;
  expect(counts).toEqual({ emails: m.emails, diverse: m.emails, posti });
  expect(m.pratiche.filter(p => tra(DESIGNAZIONI_COL_POSTO, p.stato)).length).toBeLessThanOrEqual(1);
  expect(await verifyChain(world.db, base.ambito)).toEqual({ ambito: base.ambito.slug, acts: m.atti, bad: null });
}

it('A-7: any sequence of acts on the answers to an avviso, by anyone, in any order, late or twice, ends where the state tables and the matrix say, with nothing lost or doubled', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('pubblicato', 'pubblicato', 'pubblicato', 'bozza'),
      fc.nat({ max: STORIA.length }),
      fc.commands(COMMANDS, { size: '+1', maxCommands: 40 }),
      async (stato, told, commands) => {
        const setup = await begin(stato);
        if (stato === 'pubblicato') for (const command of STORIA.slice(0, told)) await command.run(setup.model, setup.real);
        await fc.asyncModelRun(() => setup, commands);
        await agrees(setup.model, setup.real);
        for (const p of setup.model.pratiche) reached.add(p.eliminata ? 'eliminata' : p.stato).add(`avviso ${setup.model.avviso.stato}`);
      },
    ),
    { numRuns: RUNS, seed: SEED, interruptAfterTimeLimit: 600_000 },
  );
  expect([...reached].sort()).toEqual([
    'accettata',
    'avviso annullato',
    'avviso pubblicato',
    'bozza',
    'cessata',
    'da_integrare',
    'eliminata',
    'inviata',
    'respinta',
    'revocata',
    'sospesa',
    'sostituita',
  ]);
});
