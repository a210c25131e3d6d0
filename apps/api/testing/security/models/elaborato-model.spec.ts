import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { testoDiContenuto, type FotoElaborato } from '@tavoli/shared';
import { canonical } from '../../../src/platform/registro/canonical.js';
import { verifyChain } from '../../../src/platform/registro/verify.js';
import { testWorld, type World } from '../../app.js';
import { baseElaborati, Elaborati } from '../../scenario/elaborati.js';
import { COMMANDS, STORIA, type Real } from './elaborato-commands.js';
import type { Model } from './elaborato-model.js';

/** More where there is time for it. */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 60);
const SEED = Number(process.env['MODEL_SEED'] ?? 20_261_124);

let world: World;
/** What the sequences got to, all together: a model that never moves agrees with anything. */
const reached = new Set<string>();
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

/** An ambito of its own, so that every count is of this sequence only. */
async function begin(): Promise<{ model: Model; real: Real }> {
  const base = await baseElaborati(world);
  const el = new Elaborati(world, base);
  const altroReferente = await world.scenario.incarico(base.ambito, 'referente', await world.scenario.tavolo(base.ambito));
  const people = {
    referente: base.referente,
    coordinatore: base.coordinatore,
    ufficio: base.ufficio,
    membro: base.membro,
    altroReferente,
    pubblico: null,
  };
  return { model: { opere: [], atti: 0, emails: 0, salvataggi: 0 }, real: { world, base, el, people, verbale: await el.verbale() } };
}

/** In the end the database says what the model does, and what was accepted is what it was. */
async function agrees(m: Model, { base }: Real): Promise<void> {
  const of = <T>(sql: string): Promise<T[]> => world.db.query<T[]>(sql, [base.ambito.id]);
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const stored = await of<{ id: string }>(
    `SELECT l.id, l.stato, l.version, l.scrivono, (SELECT coalesce(jsonb_agg(c.stato ORDER BY c.creato_at, c.id), '[]') FROM elaborato_commento c WHERE c.elaborato_id = l.id) AS commenti FROM elaborato l WHERE l.ambito_id = $1`,
  );
  const wanted = m.opere
    .filter(o => !o.eliminata)
    .map(({ id, stato, version, scrivono, commenti }) => ({ id, stato, version, scrivono, commenti: commenti.map(c => c.stato) }));
  expect(stored.sort(byId)).toEqual(wanted.sort(byId));

  const accolti = await of<{ id: string; foto: FotoElaborato; sha256: string; n: number }>(
    `SELECT elaborato_id AS id, foto, sha256, protocollo_numero AS n FROM elaborato_accoglimento WHERE ambito_id = $1 ORDER BY at`,
  );
  expect(accolti.map(a => a.n)).toEqual(accolti.map((_, i) => i + 1));
  const testi = accolti.map(a => ({
    id: a.id,
    testo: testoDiContenuto(a.foto.sezioni.find(s => s.chiave === 'testo')?.contenuto ?? { tipo: 'elenco', voci: [] }),
  }));
  expect(testi.sort(byId)).toEqual(
    m.opere
      .filter(o => o.accolta !== null)
      .map(o => ({ id: o.id, testo: o.accolta }))
      .sort(byId),
  );
  for (const a of accolti) expect(createHash('sha256').update(canonical(a.foto)).digest('hex')).toBe(a.sha256);

  const [counts] = await of(
    `SELECT (SELECT count(*)::int FROM email WHERE ambito_id = $1) AS emails, (SELECT count(DISTINCT chiave)::int FROM email WHERE ambito_id = $1) AS diverse, (SELECT count(*)::int FROM elaborato_versione WHERE ambito_id = $1) AS salvataggi`,
  );
  expect(counts).toEqual({ emails: m.emails, diverse: m.emails, salvataggi: m.salvataggi });
  expect(await verifyChain(world.db, base.ambito)).toEqual({ ambito: base.ambito.slug, acts: m.atti, bad: null });
}

it('A-7: any sequence of acts on elaborati, by anyone, in any order, late, twice or together, ends where the state tables and the matrix say; what was accepted never changes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: STORIA.length }), fc.commands(COMMANDS, { size: '+1', maxCommands: 40 }), async (told, commands) => {
      const setup = await begin();
      for (const command of STORIA.slice(0, told)) await command.run(setup.model, setup.real);
      await fc.asyncModelRun(() => setup, commands);
      await agrees(setup.model, setup.real);
      for (const o of setup.model.opere) reached.add(o.eliminata ? 'eliminato' : o.stato);
    }),
    { numRuns: RUNS, seed: SEED, interruptAfterTimeLimit: 600_000 },
  );
  expect([...reached].sort()).toEqual(['accolto', 'approvato', 'bozza', 'consegnato', 'da_rivedere', 'eliminato', 'in_consultazione']);
});
