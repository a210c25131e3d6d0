import fc from 'fast-check';
import { AZIONI_FASE, FASE, type AzioneFase } from '@tavoli/shared';
import type { World } from '../../app.js';
import type { Persona } from '../../scenario.js';
import {
  CHI,
  foreseeAtto,
  foreseeCrea,
  foreseeElimina,
  foreseePasso,
  foreseeTogliAtto,
  type Chi,
  type FaseModello,
  type Model,
} from './iter-model.js';

/** The product, and the ambito in which the model's iter lives. */
export interface Real {
  readonly world: World;
  readonly slug: string;
  readonly people: Readonly<Record<Chi, Persona | null>>;
}
type Command = fc.AsyncCommand<Model, Real>;

const MOTIVO = 'Un motivo abbastanza lungo.';
const at = (r: Real, path: string): string => `/ambiti/${r.slug}/iter${path}`;
const pick = (m: Model, quale: number): FaseModello => m.fasi[m.fasi.length - 1 - (quale % m.fasi.length)] as FaseModello;

/** A command that says of itself, where a sequence fails, what it was. */
function command(
  name: string,
  run: (m: Model, r: Real) => Promise<void>,
  check: (m: Readonly<Model>) => boolean = m => m.fasi.length > 0,
): Command {
  return { check, run, toString: () => name };
}

function expectStatus(name: string, m: Model, got: number, wanted: number): void {
  const where = m.fasi.map(f => (f.eliminata ? 'eliminata' : `${f.stato} ${f.atti.length}/${f.attesi}`));
  expect([name, where, got]).toEqual([name, where, wanted]);
}

const crea = (chi: Chi, attesi: number) =>
  command(
    `crea(${chi},${attesi})`,
    async (m, r) => {
      const body = {
        titolo: 'Fase di prova',
        organo: 'sindaci',
        organoNome: null,
        descrizione: '',
        note: '',
        responsabile: null,
        responsabileIncaricoId: null,
        previstaDal: null,
        previstaAl: null,
        attesi: Array.from({ length: attesi }, () => ({ direzione: 'uscita', tipo: 'delibera', titolo: 'Delibera' })),
      };
      const wanted = foreseeCrea(chi);
      const made = await r.world.as(r.people[chi]).post<{ id: string }>(at(r, '/fasi'), body);
      expectStatus(`crea(${chi})`, m, made.status, wanted);
      if (wanted !== 201) return;
      m.fasi.push({ id: made.body.id, attesi, atti: [], stato: 'da_avviare', version: 1, eliminata: false });
      m.registro += 1;
    },
    () => true,
  );

const passo = (chi: Chi, azione: AzioneFase, quale: number, fresh: boolean, motivo: boolean) =>
  command(`${azione}(${chi},${quale},${fresh},${motivo})`, async (m, r) => {
    const f = pick(m, quale);
    const wanted = foreseePasso(f, chi, azione, fresh, motivo);
    const { status } = await r.world
      .as(r.people[chi])
      .post(at(r, `/fasi/${f.id}/azioni/${azione}`), motivo ? { motivazione: MOTIVO } : {}, { version: fresh ? f.version : f.version + 1 });
    expectStatus(`${azione}(${chi},${quale},${fresh},${motivo})`, m, status, wanted);
    if (wanted !== 200) return;
    f.stato = FASE[azione].to;
    f.version += 1;
    m.registro += 1;
  });

const elimina = (chi: Chi, quale: number, fresh: boolean) =>
  command(`elimina(${chi},${quale},${fresh})`, async (m, r) => {
    const f = pick(m, quale);
    const wanted = foreseeElimina(f, chi, fresh);
    const { status } = await r.world.as(r.people[chi]).delete(at(r, `/fasi/${f.id}`), { version: fresh ? f.version : f.version + 1 });
    expectStatus(`elimina(${chi},${quale})`, m, status, wanted);
    if (wanted !== 204) return;
    f.eliminata = true;
    m.registro += 1;
  });

const aggiungi = (chi: Chi, quale: number, pubblico: boolean) =>
  command(`aggiungi(${chi},${quale},${pubblico})`, async (m, r) => {
    const f = pick(m, quale);
    const wanted = foreseeAtto(f, chi);
    const made = await r.world.as(r.people[chi]).post<{ id: string }>(at(r, `/fasi/${f.id}/atti`), {
      direzione: 'uscita',
      tipo: 'delibera',
      titolo: 'Delibera',
      numero: null,
      data: null,
      albo: null,
      pubblico,
    });
    expectStatus(`aggiungi(${chi},${quale})`, m, made.status, wanted);
    if (wanted !== 201) return;
    f.atti.push({ id: made.body.id, pubblico });
    m.registro += 1;
  });

const togli = (chi: Chi, quale: number) =>
  command(`togli(${chi},${quale})`, async (m, r) => {
    const f = pick(m, quale);
    const atto = f.atti.at(-1);
    if (atto === undefined) return;
    const wanted = foreseeTogliAtto(f, atto, chi);
    const { status } = await r.world.as(r.people[chi]).delete(at(r, `/atti/${atto.id}`), { version: 1 });
    expectStatus(`togli(${chi},${quale})`, m, status, wanted);
    if (wanted !== 204) return;
    f.atti.pop();
    m.registro += 1;
  });

const chiunque = fc.oneof({ arbitrary: fc.constant<Chi>('coordinatore'), weight: 4 }, { arbitrary: fc.constantFrom(...CHI), weight: 2 });
const quale = fc.nat({ max: 2 });
const spesso = fc.nat({ max: 5 }).map(n => n > 0);

/** What may happen to an iter, by anyone, in any order. */
export const COMMANDS = [
  fc.record({ chi: chiunque, attesi: fc.nat({ max: 2 }) }).map(c => crea(c.chi, c.attesi)),
  fc
    .record({ chi: chiunque, azione: fc.constantFrom(...AZIONI_FASE), quale, fresh: spesso, motivo: fc.boolean() })
    .map(c => passo(c.chi, c.azione, c.quale, c.fresh, c.motivo)),
  fc
    .record({ chi: chiunque, azione: fc.constantFrom<AzioneFase>('avvia', 'concludi'), quale, fresh: spesso, motivo: fc.boolean() })
    .map(c => passo(c.chi, c.azione, c.quale, c.fresh, c.motivo)),
  fc.record({ chi: chiunque, quale, pubblico: fc.boolean() }).map(c => aggiungi(c.chi, c.quale, c.pubblico)),
  fc.record({ chi: chiunque, quale }).map(c => togli(c.chi, c.quale)),
  fc.record({ chi: chiunque, quale, fresh: spesso }).map(c => elimina(c.chi, c.quale, c.fresh)),
];
