import fc from 'fast-check';
import { nuovoSegreto } from '../../../src/contributi/contributo/segreti.js';
import { AZIONI_AUTORE, AZIONI_CONTRIBUTO, type AzioneAutore, type AzioneContributo, type DecisioneRiesame } from '@tavoli/shared';
import type { World } from '../../app.js';
import { conSegreto, invia, segretoIn } from '../../scenario/contributi.js';
import type { Persona, TavoloWorld } from '../../scenario.js';
import {
  advance,
  advanceAutore,
  advanceRiesame,
  advanceSposta,
  CHI,
  foreseeAutore,
  foreseePasso,
  foreseeRiesame,
  foreseeSposta,
  type Chi,
  type Model,
  type Pratica,
} from './contributo-model.js';

/** The product, and where in it the model's contributi are sent. */
export interface Real {
  readonly world: World;
  readonly base: Awaited<ReturnType<World['scenario']['base']>>;
  readonly tavoli: readonly [TavoloWorld, TavoloWorld];
  readonly people: Readonly<Record<Chi, Persona | null>>;
}
type Command = fc.AsyncCommand<Model, Real>;

const MOTIVO = { motivazione: 'Un motivo abbastanza lungo.' };
const TESTI = { titolo: 'Scritto di nuovo', testo: 'Un testo nuovo, abbastanza lungo.', risposte: [] };
const pick = (m: Model, quale: number): Pratica => m.pratiche[m.pratiche.length - 1 - (quale % m.pratiche.length)] as Pratica;
const some = (m: Readonly<Model>): boolean => m.pratiche.length > 0;
const versione = (p: Pratica, fresh: boolean): number => (fresh ? p.version : p.version + 7);

function command(
  name: string,
  run: (m: Model, r: Real, expectStatus: (got: number, wanted: number) => void) => Promise<void>,
  check = some,
): Command {
  const told = (m: Model) => m.pratiche.map(p => `${p.stato}${p.riesame === 'no' ? '' : ` ${p.riesame}`}`);
  return {
    check,
    run: (m, r) => run(m, r, (got, wanted) => expect([name, told(m), got]).toEqual([name, told(m), wanted])),
    toString: () => name,
  };
}

const manda = (conAccount: boolean) =>
  command(
    `manda(${conAccount})`,
    async (m, r, expectStatus) => {
      const email = `${Math.random().toString(36).slice(2)}@prova.test`;
      const sent = await invia(
        r.world,
        r.base.ambito,
        r.tavoli[0],
        { autore: { nome: 'Autrice', email } },
        conAccount ? await r.world.scenario.persona() : null,
      );
      expectStatus(sent.status, 201);
      m.pratiche.push({
        id: sent.body.id,
        segreto: sent.body.segreto ?? (await nuovoSegreto(r.world.db.manager, r.base.ambito.id, sent.body.id, 'autore')),
        conferma: conAccount ? null : await segretoIn(r.world, email, 'conferma'),
        stato: conAccount ? 'in_moderazione' : 'da_confermare',
        version: conAccount ? 2 : 1,
        tavolo: 0,
        pubblicata: false,
        riesame: 'no',
        unitoA: null,
      });
      m.atti += 1;
      m.emails += 1;
    },
    () => true,
  );

/** The mailed link goes on answering, and does something once. */
const conferma = (quale: number) =>
  command(`conferma(${quale})`, async (m, r, expectStatus) => {
    const p = pick(m, quale);
    const { status } = await r.world.as(null).post('/contributo/conferma', {}, conSegreto(p.conferma ?? 'x'.repeat(43)));
    expectStatus(status, p.conferma === null ? 404 : 200);
    if (p.stato !== 'da_confermare') return;
    Object.assign(p, { stato: 'in_moderazione', version: p.version + 1 });
    m.atti += 1;
    m.emails += 1;
  });

const passo = (chi: Chi, azione: AzioneContributo, quale: number, con: number, fresh = true, motivo = true) =>
  command(`${azione}(${chi},${quale},${con},${fresh},${motivo})`, async (m, r, expectStatus) => {
    const [p, principale] = [pick(m, quale), pick(m, con)];
    const wanted = foreseePasso(p, chi, azione, fresh, motivo, principale);
    const body = { ...(motivo ? MOTIVO : {}), motivo: 'fuori_tema', principaleId: principale.id };
    const { status } = await r.world
      .as(r.people[chi])
      .post(`/ambiti/${r.base.ambito.slug}/contributi/${p.id}/azioni/${azione}`, body, { version: versione(p, fresh) });
    expectStatus(status, wanted);
    if (wanted === 200) advance(m, p, azione, principale);
  });

const autore = (azione: AzioneAutore, quale: number, fresh: boolean, motivo: boolean) =>
  command(`autore ${azione}(${quale},${fresh},${motivo})`, async (m, r, expectStatus) => {
    const p = pick(m, quale);
    const wanted = foreseeAutore(p, azione, fresh, motivo);
    const body = azione === 'ripresenta' ? { testi: TESTI } : motivo ? MOTIVO : {};
    const { status } = await r.world
      .as(null)
      .post(`/contributo/azioni/${azione}`, body, { version: versione(p, fresh), ...conSegreto(p.segreto) });
    expectStatus(status, wanted);
    if (wanted === 200) advanceAutore(m, p, azione);
  });

const decidi = (chi: Chi, decisione: DecisioneRiesame, quale: number, fresh: boolean) =>
  command(`riesame ${decisione}(${chi},${quale},${fresh})`, async (m, r, expectStatus) => {
    const p = pick(m, quale);
    const wanted = foreseeRiesame(p, chi, fresh);
    const { status } = await r.world
      .as(r.people[chi])
      .post(`/ambiti/${r.base.ambito.slug}/contributi/${p.id}/riesame/${decisione}`, MOTIVO, { version: versione(p, fresh) });
    expectStatus(status, wanted);
    if (wanted === 200) advanceRiesame(m, p, decisione);
  });

const sposta = (chi: Chi, quale: number, a: 0 | 1, fresh: boolean) =>
  command(`sposta(${chi},${quale},${a},${fresh})`, async (m, r, expectStatus) => {
    const p = pick(m, quale);
    const wanted = foreseeSposta(p, chi, a, fresh);
    const { status } = await r.world
      .as(r.people[chi])
      .post(
        `/ambiti/${r.base.ambito.slug}/contributi/${p.id}/spostamenti`,
        { tavoloId: r.tavoli[a].id, ...MOTIVO },
        { version: versione(p, fresh) },
      );
    expectStatus(status, wanted);
    if (wanted === 200) advanceSposta(m, p);
  });

const chiunque = fc.oneof(fc.constant<Chi>('coordinatore'), fc.constantFrom(...CHI));
const quale = fc.constantFrom(0, 0, 0, 1, 2);
const spesso = fc.constantFrom(true, true, true, true, false);

/** The usual story; sequences begin anywhere in it. */
export const STORIA: readonly Command[] = [
  manda(false),
  conferma(0),
  passo('referente', 'pubblica', 0, 0),
  manda(true),
  passo('referente', 'unisci', 0, 1),
  passo('referente', 'esamina', 1, 1),
  passo('referente', 'non_accogliere', 1, 1),
  autore('chiedi_riesame', 1, true, true),
  decidi('coordinatore', 'riapri', 1, true),
];

/** The usual steps as often as all that anybody could try. */
export const COMMANDS: fc.Arbitrary<Command>[] = [
  fc.boolean().map(manda),
  quale.map(conferma),
  fc
    .constantFrom<AzioneContributo>('pubblica', 'esamina', 'accogli', 'accogli_in_parte', 'non_accogliere', 'rinvia', 'unisci')
    .map(azione => passo('coordinatore', azione, 0, 1)),
  fc
    .record({
      azione: fc.constantFrom<AzioneContributo[]>('pubblica', 'esamina', 'accogli', 'accogli_in_parte', 'rinvia'),
      quale: fc.constantFrom(0, 1),
    })
    .map(c => passo('coordinatore', c.azione, c.quale, 0)),
  fc
    .record({ chi: chiunque, azione: fc.constantFrom(...AZIONI_CONTRIBUTO), quale, con: quale, fresh: spesso, motivo: spesso })
    .map(c => passo(c.chi, c.azione, c.quale, c.con, c.fresh, c.motivo)),
  fc
    .record({ chi: chiunque, azione: fc.constantFrom(...AZIONI_CONTRIBUTO), quale, con: quale, fresh: spesso, motivo: spesso })
    .map(c => passo(c.chi, c.azione, c.quale, c.con, c.fresh, c.motivo)),
  fc
    .record({
      azione: fc.constantFrom<AzioneAutore[]>(...AZIONI_AUTORE, 'chiedi_riesame', 'ripresenta'),
      quale,
      fresh: spesso,
      motivo: spesso,
    })
    .map(c => autore(c.azione, c.quale, c.fresh, c.motivo)),
  fc
    .record({ chi: chiunque, decisione: fc.constantFrom<DecisioneRiesame[]>('riapri', 'conferma'), quale, fresh: spesso })
    .map(c => decidi(c.chi, c.decisione, c.quale, c.fresh)),
  fc.record({ chi: chiunque, quale, a: fc.constantFrom<(0 | 1)[]>(0, 1, 1), fresh: spesso }).map(c => sposta(c.chi, c.quale, c.a, c.fresh)),
];
