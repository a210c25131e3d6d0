import fc from 'fast-check';
import {
  AZIONI_AVVISO,
  AZIONI_CONSENSO,
  AZIONI_DESIGNAZIONE,
  type AzioneAvviso,
  type AzioneConsenso,
  type AzioneDesignazione,
  type DesignazioneView,
} from '@tavoli/shared';
import type { World } from '../../app.js';
import { newKey } from '../../client.js';
import { dueRappresentanti } from '../../scenario/rappresentanti.js';
import type { Persona } from '../../scenario.js';
import {
  advance,
  advanceAvviso,
  answer,
  CHI,
  CORRETTA,
  foreseeAvviso,
  foreseeBozza,
  foreseeConsenso,
  foreseeCrea,
  foreseePasso,
  rinomina,
  type Chi,
  type Model,
  type Pratica,
} from './designazione-model.js';

/** The product, and where in it the model's ente answers the model's avviso. */
export interface Real {
  readonly world: World;
  readonly base: Awaited<ReturnType<World['scenario']['base']>>;
  readonly people: Readonly<Record<Chi, Persona | null>>;
}
type Command = fc.AsyncCommand<Model, Real>;

const MOTIVO = 'Un motivo abbastanza lungo.';
const at = (r: Real, path: string): string => `/ambiti/${r.base.ambito.slug}${path}`;
const pick = (m: Model, quale: number): Pratica | undefined => m.pratiche[m.pratiche.length - 1 - (quale % Math.max(1, m.pratiche.length))];

/** A command that says of itself, where a sequence fails, what it was. */
function command(name: string, run: (m: Model, r: Real) => Promise<void>, check: (m: Readonly<Model>) => boolean = () => true): Command {
  return { check, run, toString: () => name };
}

function expectStatus(name: string, m: Model, got: number, wanted: number): void {
  expect([name, m.avviso.stato, m.pratiche.map(p => (p.eliminata ? 'eliminata' : p.stato)), got]).toEqual([
    name,
    m.avviso.stato,
    m.pratiche.map(p => (p.eliminata ? 'eliminata' : p.stato)),
    wanted,
  ]);
}

let chiunqueSia = 0;
/** Two people that nobody has named before. */
const nuovi = (): string[] => [`titolare ${(chiunqueSia += 1)}`, `supplente ${chiunqueSia}`];

const crea = (chi: Chi) =>
  command(`crea(${chi})`, async (m, r) => {
    const key = newKey();
    const body = { avvisoId: r.base.avviso.id, tavoloId: r.base.tavolo.id, rappresentanti: dueRappresentanti() };
    const wanted = foreseeCrea(m, chi);
    const made = await r.world.as(r.people[chi]).post<DesignazioneView>(at(r, `/enti/${r.base.ente.id}/designazioni`), body, { key });
    expectStatus(`crea(${chi})`, m, made.status, wanted);
    if (wanted !== 201) return;
    m.pratiche.push({
      id: made.body.id,
      sostituisce: null,
      stato: 'bozza',
      veste: 'componente',
      version: 1,
      eliminata: false,
      consensi: ['in_attesa', 'in_attesa'],
      chi: nuovi(),
      continua: [],
      venute: [],
      segreti: [],
    });
    m.atti += 1;
    m.creata = { key, body, answer: made.text };
  });

/** The same answer for ever, whatever has happened since; the same key with something else to say is refused. */
const ripeti = (altro: boolean) =>
  command(
    `ripeti(${altro ? 'altro' : 'uguale'})`,
    async (m, r) => {
      const { key, body, answer: first } = m.creata ?? { key: '', body: {}, answer: '' };
      const sent = altro ? { ...body, rappresentanti: [] } : body;
      const again = await r.world.as(r.people.operatore).post(at(r, `/enti/${r.base.ente.id}/designazioni`), sent, { key });
      expectStatus('ripeti', m, again.status, altro ? 422 : 201);
      if (!altro) expect(JSON.parse(again.text)).toEqual(JSON.parse(first));
    },
    m => m.creata !== null,
  );

const elimina = (chi: Chi, quale: number, fresh: boolean) =>
  command(
    `elimina(${chi},${quale},${fresh})`,
    async (m, r) => {
      const p = pick(m, quale) as Pratica;
      const wanted = foreseeBozza(p, chi, 'elimina', fresh);
      const { status } = await r.world
        .as(r.people[chi])
        .delete(at(r, `/designazioni/${p.id}`), { version: fresh ? p.version : p.version + 1 });
      expectStatus(`elimina(${chi})`, m, status, wanted);
      if (wanted !== 204) return;
      p.eliminata = true;
      m.atti += 1;
    },
    m => m.pratiche.length > 0,
  );

const modifica = (chi: Chi, quale: number, fresh: boolean, vuota: boolean) =>
  command(
    `modifica(${chi},${quale},${fresh},${vuota})`,
    async (m, r) => {
      const p = pick(m, quale) as Pratica;
      const wanted = foreseeBozza(p, chi, 'modifica', fresh);
      const { status } = await r.world
        .as(r.people[chi])
        .put(
          at(r, `/designazioni/${p.id}`),
          { rappresentanti: vuota ? [] : dueRappresentanti() },
          { version: fresh ? p.version : p.version + 1 },
        );
      expectStatus(`modifica(${chi})`, m, status, wanted);
      if (wanted !== 200) return;
      p.version += 1;
      p.consensi = vuota ? [] : ['in_attesa', 'in_attesa'];
      p.chi = vuota ? [] : nuovi();
    },
    m => m.pratiche.length > 0,
  );

/** What a step asks for besides a reason. */
const CON: Readonly<Partial<Record<AzioneDesignazione, object>>> = {
  cessa: { causa: 'fine_mandato' },
  correggi_veste: { veste: CORRETTA },
};

const passo = (chi: Chi, azione: AzioneDesignazione, quale: number, fresh: boolean, motivo: boolean) =>
  command(
    `${azione}(${chi},${quale},${fresh},${motivo})`,
    async (m, r) => {
      const p = pick(m, quale) as Pratica;
      const wanted = foreseePasso(m, p, chi, azione, fresh, motivo);
      const done = await r.world.as(r.people[chi]).post<DesignazioneView>(
        at(r, `/designazioni/${p.id}/azioni/${azione}`),
        { ...(motivo ? { motivazione: MOTIVO } : {}), ...CON[azione] },
        {
          version: fresh ? p.version : p.version - 1,
        },
      );
      expectStatus(`${azione}(${chi},${quale},${fresh},${motivo})`, m, done.status, wanted);
      if (wanted !== 200) return;
      if (azione === 'sostituisci') {
        m.pratiche.push({
          id: done.body.id,
          sostituisce: p,
          stato: 'bozza',
          veste: 'componente',
          version: 1,
          eliminata: false,
          consensi: p.consensi.map(() => 'in_attesa'),
          chi: [...p.chi],
          continua: [],
          venute: [],
          segreti: [],
        });
        m.atti += 1;
        return;
      }
      advance(m, p, azione);
      if (azione === 'invia') p.segreti = await segretiDi(r, p.id);
    },
    m => m.pratiche.length > 0,
  );

/** Sent again with other people. */
const reinvia = (quale: number) =>
  command(
    `reinvia(${quale})`,
    async (m, r) => {
      const p = pick(m, quale) as Pratica;
      const wanted = foreseePasso(m, p, 'operatore', 'reinvia', true, false);
      const body = { rappresentanti: dueRappresentanti() };
      const done = await r.world.as(r.people.operatore).post(at(r, `/designazioni/${p.id}/azioni/reinvia`), body, { version: p.version });
      expectStatus(`reinvia(${quale})`, m, done.status, wanted);
      if (wanted !== 200) return;
      advance(m, p, 'reinvia');
      rinomina(m, p, nuovi());
      p.segreti = await segretiDi(r, p.id);
    },
    m => m.pratiche.length > 0,
  );

const consenso = (azione: AzioneConsenso, quale: number, persona: number) =>
  command(
    `${azione}(${quale},${persona})`,
    async (m, r) => {
      const p = pick(m, quale) as Pratica;
      const segreto = p.segreti[persona];
      if (segreto === undefined) return; // nobody has a link before it is sent; who stays answers by the one they have
      const wanted = foreseeConsenso(p, persona, azione);
      const { status } = await r.world.as(null).post(`/consenso/azioni/${azione}`, {}, { headers: { 'x-segreto': segreto } });
      expectStatus(`${azione}(${quale},${persona})`, m, status, wanted);
      if (wanted === 200) answer(m, p, persona, azione);
    },
    m => m.pratiche.length > 0,
  );

let later = 100;
const avviso = (chi: Chi, azione: AzioneAvviso, fresh: boolean) =>
  command(`avviso.${azione}(${chi},${fresh})`, async (m, r) => {
    const chiudeAt = new Date(Date.now() + (later += 1) * 3_600_000).toISOString();
    const body = { motivazione: MOTIVO, ...(azione === 'proroga' ? { chiudeAt } : {}) };
    const wanted = foreseeAvviso(m, chi, azione, fresh);
    const { status } = await r.world
      .as(r.people[chi])
      .post(at(r, `/avvisi/${r.base.avviso.id}/azioni/${azione}`), body, { version: fresh ? m.avviso.version : m.avviso.version - 1 });
    expectStatus(`avviso.${azione}(${chi},${fresh})`, m, status, wanted);
    if (wanted === 200) advanceAvviso(m, azione);
  });

/** As the persons themselves find them: in the mails. */
async function segretiDi({ world }: Real, id: string): Promise<(string | undefined)[]> {
  const mails = await world.db.query<{ testo: string | null }[]>(
    `SELECT e.testo FROM rappresentante p LEFT JOIN email e ON e.oggetto_id = p.designazione_id AND e.a_indirizzo = p.email AND e.tipo = 'designazione.consenso' WHERE p.designazione_id = $1 ORDER BY p.ordine`,
    [id],
  );
  return mails.map(({ testo }) => /\/consenso#([A-Za-z0-9_-]{43})/.exec(testo ?? '')?.[1]);
}

const chiunque = fc.constantFrom(...CHI);
const quale = fc.constantFrom(0, 0, 0, 1, 2);
const fresh = fc.constantFrom(true, true, true, true, false);
const spesso = fc.constantFrom(true, true, true, false);

/** The usual story; sequences begin anywhere in it. */
export const STORIA: readonly Command[] = [
  crea('operatore'),
  passo('operatore', 'invia', 0, true, false),
  passo('referente', 'accetta', 0, true, false),
  passo('operatore', 'sostituisci', 0, true, false),
  passo('operatore', 'invia', 0, true, false),
];

/** The usual story as often as all that anybody could try. */
export const COMMANDS: fc.Arbitrary<Command>[] = [
  fc.constant(crea('operatore')),
  fc.constant(passo('operatore', 'invia', 0, true, false)),
  fc.constant(passo('referente', 'accetta', 0, true, false)),
  fc
    .record({ azione: fc.constantFrom(...AZIONI_CONSENSO), quale, persona: fc.nat({ max: 1 }) })
    .map(c => consenso(c.azione, c.quale, c.persona)),
  fc.constantFrom(
    passo('operatore', 'sostituisci', 0, true, false),
    passo('referente', 'chiedi_integrazione', 0, true, true),
    passo('referente', 'chiedi_integrazione', 0, true, true),
    passo('operatore', 'reinvia', 0, true, false),
    reinvia(0),
    reinvia(0),
    passo('referente', 'respingi', 0, true, true),
    passo('operatore', 'revoca', 0, true, true),
    passo('operatore', 'revoca', 1, true, true),
    passo('coordinatore', 'sospendi', 0, true, true),
    passo('coordinatore', 'sospendi', 1, true, true),
    passo('coordinatore', 'riattiva', 0, true, true),
    passo('coordinatore', 'riattiva', 1, true, true),
    passo('coordinatore', 'cessa', 0, true, true),
    passo('referente', 'correggi_veste', 0, true, true),
  ),
  fc
    .record({ chi: chiunque, azione: fc.constantFrom(...AZIONI_DESIGNAZIONE), quale, fresh, motivo: spesso })
    .map(c => passo(c.chi, c.azione, c.quale, c.fresh, c.motivo)),
  fc
    .record({ chi: chiunque, azione: fc.constantFrom(...AZIONI_DESIGNAZIONE), quale, fresh, motivo: spesso })
    .map(c => passo(c.chi, c.azione, c.quale, c.fresh, c.motivo)),
  fc
    .record({ chi: chiunque, quale, fresh, vuota: fc.nat({ max: 4 }).map(n => n === 0) })
    .map(c => modifica(c.chi, c.quale, c.fresh, c.vuota)),
  fc.record({ chi: fc.oneof(chiunque, fc.constant('operatore' as const)), quale, fresh }).map(c => elimina(c.chi, c.quale, c.fresh)),
  fc
    .record({
      chi: fc.oneof(chiunque, fc.constant('coordinatore' as const)),
      azione: fc.constantFrom<AzioneAvviso[]>(...AZIONI_AVVISO.filter(a => a !== 'annulla'), 'pubblica', 'proroga', 'annulla'),
      fresh,
    })
    .map(c => avviso(c.chi, c.azione, c.fresh)),
  chiunque.map(crea),
  fc.boolean().map(ripeti),
];
