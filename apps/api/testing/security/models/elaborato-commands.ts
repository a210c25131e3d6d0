import fc from 'fast-check';
import { AZIONI_COMMENTO, AZIONI_ELABORATO, COMMENTO, type AzioneCommento, type AzioneElaborato, type ElaboratoView } from '@tavoli/shared';
import type { World } from '../../app.js';
import { documento, Elaborati, parte, type BaseElaborati } from '../../scenario/elaborati.js';
import type { Persona } from '../../scenario.js';
import {
  advance,
  CHI,
  foreseeBozza,
  foreseeCommenta,
  foreseeCrea,
  foreseePasso,
  foreseeRispondi,
  foreseeSalva,
  PARTI,
  type Chi,
  type Chiave,
  type Model,
  type Opera,
  type Tentativo,
} from './elaborato-model.js';

/** The product, and the tavolo in it whose elaborati the model follows. */
export interface Real {
  readonly world: World;
  readonly base: BaseElaborati;
  readonly el: Elaborati;
  readonly people: Readonly<Record<Chi, Persona | null>>;
  /** Where the tavolo approves. */
  readonly verbale: Awaited<ReturnType<Elaborati['verbale']>>;
}
type Command = fc.AsyncCommand<Model, Real>;

const MOTIVO = 'Un motivo abbastanza lungo.';
const SUBITO: Tentativo = { fresh: true, motivo: true, verbale: true };
const pick = (m: Model, quale: number): Opera => m.opere[m.opere.length - 1 - (quale % Math.max(1, m.opere.length))] as Opera;

/** A command that says of itself, where a sequence fails, what it was. */
function command(
  name: string,
  run: (m: Model, r: Real) => Promise<void>,
  check: (m: Readonly<Model>) => boolean = m => m.opere.length > 0,
): Command {
  return { check, run, toString: () => name };
}

const expectStatus = (name: string, o: Opera, got: number, wanted: number): void =>
  expect([name, o.stato, got]).toEqual([name, o.stato, wanted]);

const crea = (chi: Chi) =>
  command(
    `crea(${chi})`,
    async (m, r) => {
      const made = await r.world
        .as(r.people[chi])
        .post<ElaboratoView>(r.el.at(`/tavoli/${r.base.tavolo.slug}/elaborati`), { tipo: 'documento_libero', titolo: 'Un documento' });
      const wanted = foreseeCrea(chi);
      expect([chi, made.status]).toEqual([chi, wanted]);
      if (wanted !== 201) return;
      const di = (chiave: Chiave) => ({ id: parte(made.body, chiave).id, version: 1, testo: '' });
      m.opere.push({
        id: made.body.id,
        parti: { premessa: di('premessa'), testo: di('testo') },
        commenti: [],
        stato: 'bozza',
        version: 1,
        scrivono: 'staff',
        consultata: false,
        eliminata: false,
        accolta: null,
      });
      m.atti += 1;
    },
    () => true,
  );

const elimina = (chi: Chi, quale: number, fresh: boolean) =>
  command(`elimina(${chi},${quale},${fresh})`, async (m, r) => {
    const o = pick(m, quale);
    const wanted = foreseeBozza(o, chi, 'elimina', fresh);
    const { status } = await r.world
      .as(r.people[chi])
      .delete(r.el.at(`/elaborati/${o.id}`), { version: fresh ? o.version : o.version + 1 });
    expectStatus(`elimina(${chi})`, o, status, wanted);
    if (wanted !== 204) return;
    m.salvataggi -= Object.values(o.parti).reduce((n, p) => n + p.version - 1, 0);
    o.eliminata = true;
    m.atti += 1;
  });

const modifica = (chi: Chi, quale: number, fresh: boolean, scrivono: Opera['scrivono']) =>
  command(`modifica(${chi},${quale},${fresh},${scrivono})`, async (m, r) => {
    const o = pick(m, quale);
    const wanted = foreseeBozza(o, chi, 'modifica', fresh);
    const { status } = await r.world
      .as(r.people[chi])
      .put(r.el.at(`/elaborati/${o.id}`), { titolo: 'Un altro titolo', scrivono }, { version: fresh ? o.version : o.version + 1 });
    expectStatus(`modifica(${chi})`, o, status, wanted);
    if (wanted !== 200) return;
    o.scrivono = scrivono;
    o.version += 1;
    m.atti += 1;
  });

let salvato = 0;
const salva = (chi: Chi, quale: number, chiave: Chiave, fresh: boolean, vuota = false) =>
  command(`salva(${chi},${quale},${chiave},${fresh},${vuota})`, async (m, r) => {
    const o = pick(m, quale);
    const p = o.parti[chiave];
    const testo = vuota ? '' : `Testo ${(salvato += 1)}`;
    const wanted = foreseeSalva(o, chi, fresh);
    const contenuto = { tipo: 'testo', documento: vuota ? { type: 'doc', content: [{ type: 'paragraph' }] } : documento(testo) };
    const { status } = await r.world
      .as(r.people[chi])
      .put(r.el.at(`/elaborati/${o.id}/sezioni/${p.id}`), { contenuto }, { version: fresh ? p.version : p.version + 1 });
    expectStatus(`salva(${chi})`, o, status, wanted);
    if (wanted !== 200) return;
    p.version += 1;
    p.testo = testo;
    m.salvataggi += 1;
  });

const bodyOf = (r: Real, { motivo, verbale }: Tentativo): object => ({
  ...(motivo ? { motivazione: MOTIVO } : {}),
  ...(verbale ? { approvazione: r.verbale } : {}),
});

const passo = (chi: Chi, azione: AzioneElaborato, quale: number, t: Tentativo = SUBITO) =>
  command(`${azione}(${chi},${quale},${JSON.stringify(t)})`, async (m, r) => {
    const o = pick(m, quale);
    const wanted = foreseePasso(o, chi, azione, t);
    const { status } = await r.world
      .as(r.people[chi])
      .post(r.el.at(`/elaborati/${o.id}/azioni/${azione}`), bodyOf(r, t), { version: t.fresh ? o.version : o.version + 1 });
    expectStatus(`${azione}(${chi})`, o, status, wanted);
    if (wanted === 200) advance(m, o, azione);
  });

/** Two who take the same step at the same moment take it once. */
const insieme = (azione: AzioneElaborato, quale: number) =>
  command(`insieme(${azione},${quale})`, async (m, r) => {
    const o = pick(m, quale);
    const chi = ['accogli', 'rimanda'].includes(azione)
      ? (['coordinatore', 'coordinatore'] as const)
      : (['referente', 'coordinatore'] as const);
    const wanted = chi.map(c => foreseePasso(o, c, azione, SUBITO));
    const answers = await Promise.all(
      chi.map(c => r.world.as(r.people[c]).post(r.el.at(`/elaborati/${o.id}/azioni/${azione}`), bodyOf(r, SUBITO), { version: o.version })),
    );
    expect([azione, o.stato, answers.map(a => a.status).sort()]).toEqual([
      azione,
      o.stato,
      wanted[0] === 200 ? [200, 412] : [...wanted].sort(),
    ]);
    if (wanted[0] === 200) advance(m, o, azione);
  });

const commenta = (chi: Chi, quale: number) =>
  command(`commenta(${chi},${quale})`, async (m, r) => {
    const o = pick(m, quale);
    const wanted = foreseeCommenta(o, chi);
    const done = await r.world
      .as(r.people[chi])
      .post<ElaboratoView>(r.el.at(`/elaborati/${o.id}/commenti`), { sezioneId: o.parti.testo.id, passaggio: null, testo: 'Un commento.' });
    expectStatus(`commenta(${chi})`, o, done.status, wanted);
    if (wanted !== 201) return;
    o.commenti.push({ id: done.body.commenti.at(-1)?.id ?? '', stato: 'aperto' });
    m.atti += 1;
  });

const rispondi = (chi: Chi, quale: number, commento: number, azione: AzioneCommento) =>
  command(`rispondi(${chi},${quale},${commento},${azione})`, async (m, r) => {
    const o = pick(m, quale);
    const c = o.commenti[commento];
    if (c === undefined) return;
    const wanted = foreseeRispondi(o, chi, commento, azione);
    const { status } = await r.world
      .as(r.people[chi])
      .post(r.el.at(`/elaborati/${o.id}/commenti/${c.id}/esiti/${azione}`), { motivazione: MOTIVO });
    expectStatus(`rispondi(${chi},${azione})`, o, status, wanted);
    if (wanted !== 200) return;
    c.stato = COMMENTO[azione].to;
    m.atti += 1;
  });

/** The usual story; sequences begin anywhere in it. */
export const STORIA: readonly Command[] = [
  crea('referente'),
  salva('referente', 0, 'testo', true),
  passo('referente', 'apri_consultazione', 0),
  passo('referente', 'approva', 0),
  passo('referente', 'consegna', 0),
  passo('coordinatore', 'accogli', 0),
];

const chiunque = fc.constantFrom(...CHI);
const quale = fc.constantFrom(0, 0, 0, 1, 2);
const spesso = fc.constantFrom(true, true, true, true, false);
const tentativo = fc.record({ fresh: spesso, motivo: spesso, verbale: spesso });

/** The usual story as often as all that anybody could try. */
export const COMMANDS: fc.Arbitrary<Command>[] = [
  fc.constantFrom(...STORIA),
  fc.constantFrom(...STORIA.slice(1)),
  fc.constantFrom(
    passo('coordinatore', 'rimanda', 0),
    passo('referente', 'riprendi', 0),
    passo('referente', 'restituisci', 0),
    passo('coordinatore', 'accogli', 1),
  ),
  fc
    .record({ chi: chiunque, azione: fc.constantFrom(...AZIONI_ELABORATO), quale, t: tentativo })
    .map(c => passo(c.chi, c.azione, c.quale, c.t)),
  fc
    .record({ chi: chiunque, azione: fc.constantFrom(...AZIONI_ELABORATO), quale, t: tentativo })
    .map(c => passo(c.chi, c.azione, c.quale, c.t)),
  fc.record({ azione: fc.constantFrom(...AZIONI_ELABORATO), quale }).map(c => insieme(c.azione, c.quale)),
  fc
    .record({ chi: chiunque, quale, chiave: fc.constantFrom(...PARTI), fresh: spesso, vuota: fc.nat({ max: 4 }).map(n => n === 0) })
    .map(c => salva(c.chi, c.quale, c.chiave, c.fresh, c.vuota)),
  fc.record({ chi: fc.oneof(chiunque, fc.constant('membro' as const)), quale }).map(c => commenta(c.chi, c.quale)),
  fc
    .record({
      chi: fc.oneof(chiunque, fc.constant('referente' as const)),
      quale,
      commento: fc.nat({ max: 2 }),
      azione: fc.constantFrom(...AZIONI_COMMENTO),
    })
    .map(c => rispondi(c.chi, c.quale, c.commento, c.azione)),
  fc
    .record({ chi: chiunque, quale, fresh: spesso, scrivono: fc.constantFrom('staff' as const, 'rappresentanti' as const) })
    .map(c => modifica(c.chi, c.quale, c.fresh, c.scrivono)),
  fc.record({ chi: chiunque, quale, fresh: spesso }).map(c => elimina(c.chi, c.quale, c.fresh)),
  chiunque.map(crea),
];
