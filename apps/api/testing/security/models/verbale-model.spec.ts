import fc from 'fast-check';
import { testoDi, type Documento } from '@tavoli/shared';
import { verifyChain } from '../../../src/platform/registro/verify.js';
import { testWorld, type World } from '../../app.js';
import { COMMANDS, STORIA, type Real } from './verbale-commands.js';
import type { Model, Verbale } from './verbale-model.js';

/** More where there is time for it. */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 40);
const SEED = Number(process.env['MODEL_SEED'] ?? 20_261_125);

let world: World;
/** What the sequences got to, all together: a model that never moves agrees with anything. */
const reached = new Set<string>();
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

/** An ambito of its own with three verbali to write, so that every count is of this sequence only. */
async function begin(): Promise<{ model: Model; real: Real }> {
  const base = await world.scenario.base();
  const seduto = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
  const membro = await world.scenario.persona({ email: seduto.persone[0]?.email ?? '' });
  const altroReferente = await world.scenario.incarico(base.ambito, 'referente', await world.scenario.tavolo(base.ambito));
  const people = {
    referente: base.referente,
    coordinatore: base.coordinatore,
    ufficio: await world.scenario.incarico(base.ambito, 'ufficio_di_piano'),
    membro,
    altroReferente,
    pubblico: null,
  };
  const verbali: Verbale[] = [];
  for (let i = 0; i < 3; i++) {
    const { id, sezioneId } = await world.scenario.verbale(base.ambito, base.tavolo, 'bozza');
    verbali.push({
      id,
      sezione: { id: sezioneId, version: 1, testo: '' },
      correzioni: [],
      rettifica: null,
      stato: 'bozza',
      version: 1,
      numero: null,
      pubblicato: null,
    });
  }
  return { model: { verbali, atti: 0, salvataggi: 0 }, real: { world, ambito: base.ambito, people } };
}

/** In the end the database says what the model does, and what was published is what it was. */
async function agrees(m: Model, { ambito }: Real): Promise<void> {
  const of = <T>(sql: string): Promise<T[]> => world.db.query<T[]>(sql, [ambito.id]);
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const stored = await of<{ id: string }>(
    `SELECT id, stato, version, numero, rettifica_di AS rettifica, (SELECT coalesce(jsonb_agg(c.stato ORDER BY c.creata_at, c.id), '[]') FROM verbale_correzione c WHERE c.verbale_id = v.id) AS correzioni FROM verbale v WHERE ambito_id = $1`,
  );
  expect(stored.sort(byId)).toEqual(
    m.verbali
      .map(({ id, stato, version, numero, rettifica, correzioni }) => ({
        id,
        stato,
        version,
        numero,
        rettifica,
        correzioni: correzioni.map(c => c.stato),
      }))
      .sort(byId),
  );
  const pubblicati = await of<{ id: string; contenuto: { sezioni: { documento: Documento }[] } }>(
    'SELECT verbale_id AS id, contenuto FROM verbale_pubblicazione WHERE ambito_id = $1',
  );
  expect(pubblicati.map(p => ({ id: p.id, testo: p.contenuto.sezioni.map(s => testoDi(s.documento)).join('') })).sort(byId)).toEqual(
    m.verbali
      .filter(v => v.pubblicato !== null)
      .map(v => ({ id: v.id, testo: v.pubblicato }))
      .sort(byId),
  );
  const [counts] = await of('SELECT (SELECT count(*)::int FROM verbale_versione WHERE ambito_id = $1) AS salvataggi');
  expect(counts).toEqual({ salvataggi: m.salvataggi });
  expect(await verifyChain(world.db, ambito)).toEqual({ ambito: ambito.slug, acts: m.atti, bad: null });
}

it('A-7: any sequence of acts on verbali, by anyone, in any order, late, twice or together, ends where the state tables and the matrix say; what was published never changes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: STORIA.length }), fc.commands(COMMANDS, { size: '+1', maxCommands: 40 }), async (told, commands) => {
      const setup = await begin();
      for (const command of STORIA.slice(0, told)) await command.run(setup.model, setup.real);
      await fc.asyncModelRun(() => setup, commands);
      await agrees(setup.model, setup.real);
      for (const v of setup.model.verbali) reached.add(v.rettifica === null ? v.stato : `rettifica ${v.stato}`);
    }),
    { numRuns: RUNS, seed: SEED, interruptAfterTimeLimit: 600_000 },
  );
  expect([...reached].sort()).toEqual(
    expect.arrayContaining(['approvato', 'bozza', 'in_revisione', 'pubblicato', 'rettifica bozza', 'rettifica pubblicato']),
  );
});
