import fc from 'fast-check';
import { AZIONI_DESIGNAZIONE, DESIGNAZIONE, isAllowed, PERMISSIONS, type AzioneDesignazione, type DesignazioneView, type Problem, type StatoDesignazione } from '@tavoli/shared';
import { verifyChain } from '../../src/platform/registro/verify.js';
import { testWorld, type World } from '../app.js';
import type { Persona } from '../scenario.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

/** Who may try a step, and as what the matrix knows them at this designazione. */
const CHI = ['operatore', 'referente', 'coordinatore', 'ufficio', 'estraneo'] as const;
const RUOLO = { operatore: 'operatore', referente: 'referente', coordinatore: 'coordinatore', ufficio: 'ufficio_di_piano', estraneo: 'cittadino' } as const;
type Chi = (typeof CHI)[number];

interface Step {
  readonly chi: Chi;
  readonly azione: AzioneDesignazione;
  /** How far behind the version in hand is. */
  readonly ritardo: number;
}

/** What the state table and the matrix of permissions make of a designazione: nothing else is known here. */
interface Model {
  stato: StatoDesignazione;
  version: number;
  inviate: number;
  atti: number;
}

let world: World;
beforeAll(async () => { world = await testWorld(); });
afterAll(() => world.close());

/** The status that a step must be answered with. */
function foresee(m: Model, { chi, azione, ritardo }: Step): number {
  const visible = m.stato === 'bozza' ? chi === 'operatore' : chi !== 'estraneo';
  if (!visible) return 404;
  if (!PERMISSIONS[`designazione.${azione}`].includes(RUOLO[chi] as never)) return 403;
  if (ritardo > 0) return azione === 'sostituisci' ? 409 : 412;
  return isAllowed(DESIGNAZIONE, azione, m.stato) ? 200 : 409;
}

function advance(m: Model, { azione }: Step): void {
  m.atti += 1;
  if (azione === 'sostituisci') return; // a new draft beside it: the one in hand stays
  if (azione === 'invia') m.inviate += 1;
  m.stato = DESIGNAZIONE[azione].to;
  m.version += 1;
}

async function play(base: Base, people: Record<Chi, Persona>, steps: readonly Step[]): Promise<void> {
  const ente = await world.scenario.ente(base.ambito);
  await world.scenario.operatore(base.ambito, ente, base.operatore);
  const { id } = await world.scenario.designazione(base.ambito, { ...base, ente, stato: 'bozza' });
  const m: Model = { stato: 'bozza', version: 1, inviate: 0, atti: 0 };
  let sostituzioni = 0;
  for (const step of steps) {
    const body = DESIGNAZIONE[step.azione].motivata ? { motivazione: 'Un motivo abbastanza lungo.' } : {};
    const answer = await world.as(people[step.chi]).post<DesignazioneView & Problem>(`/ambiti/${base.ambito.slug}/designazioni/${id}/azioni/${step.azione}`, body, { version: m.version - step.ritardo });
    const again = step.azione === 'sostituisci' && sostituzioni > 0; // a second draft for the same seat is refused
    const wanted = foresee(m, step);
    expect([step, m.stato, answer.status]).toEqual([step, m.stato, wanted === 200 && again ? 409 : wanted]);
    if (answer.status !== 200) continue;
    if (step.azione === 'sostituisci') sostituzioni += 1;
    advance(m, step);
  }
  await agrees(base, id, ente.id, m);
}

/** In the end the database says what the model does, and what must hold of all designazioni holds. */
async function agrees(base: Base, id: string, enteId: string, m: Model): Promise<void> {
  const [row] = await world.db.query<Record<string, unknown>[]>(
    `SELECT d.stato, d.version, (d.protocollo_numero IS NOT NULL)::int AS inviate,
       (SELECT count(*)::int FROM designazione x WHERE x.ambito_id = d.ambito_id AND x.ente_id = $2 AND x.stato = 'accettata') <= 1 AS "unSoloPosto",
       (SELECT count(*)::int FROM mandato n WHERE n.ambito_id = d.ambito_id AND n.ente_id = $2 AND n.al IS NULL) = 0 AS "nessunoSenzaConsenso",
       (SELECT count(*)::int FROM registro r WHERE r.ambito_id = d.ambito_id AND r.azione <> 'designazione.crea' AND r.oggetto_id = d.id) AS atti,
       (SELECT ultimo FROM protocollo_contatore c WHERE c.ambito_id = d.ambito_id) IS NOT DISTINCT FROM
         (SELECT nullif(count(*), 0)::int FROM designazione x WHERE x.ambito_id = d.ambito_id AND x.protocollo_numero IS NOT NULL) AS "senzaBuchi"
     FROM designazione d WHERE d.id = $1`,
    [id, enteId],
  );
  const crea = await world.db.query<unknown[]>(`SELECT 1 FROM designazione WHERE sostituisce_id = $1`, [id]);
  expect(row).toEqual({ stato: m.stato, version: m.version, inviate: m.inviate, unSoloPosto: true, nessunoSenzaConsenso: true, atti: m.atti - crea.length, senzaBuchi: true });
  expect((await verifyChain(world.db, base.ambito)).bad).toBeNull();
}

it('A-7: any sequence of steps by anyone, with any version, ends where the state table and the matrix say, with nothing lost or doubled', async () => {
  const base = await world.scenario.base();
  const people = { operatore: base.operatore, referente: base.referente, coordinatore: base.coordinatore, ufficio: base.ufficio, estraneo: await world.scenario.persona() };
  const usual = fc.constantFrom<Step>({ chi: 'operatore', azione: 'invia', ritardo: 0 }, { chi: 'referente', azione: 'accetta', ritardo: 0 }, { chi: 'operatore', azione: 'sostituisci', ritardo: 0 });
  const any = fc.record({ chi: fc.constantFrom(...CHI), azione: fc.constantFrom(...AZIONI_DESIGNAZIONE), ritardo: fc.constantFrom(0, 0, 0, 1) });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(usual, any), { minLength: 3, maxLength: 12 }), steps => play(base, people, steps)),
    { numRuns: 80, seed: 7 },
  );
}, 120_000);
