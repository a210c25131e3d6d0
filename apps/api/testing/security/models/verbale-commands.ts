import fc from 'fast-check';
import { AZIONI_CORREZIONE, AZIONI_VERBALE, CORREZIONE, type AzioneCorrezione, type AzioneVerbale, type VerbaleView } from '@tavoli/shared';
import type { World } from '../../app.js';
import { newKey } from '../../client.js';
import type { AmbitoWorld, Persona } from '../../scenario.js';
import {
  advance,
  CHI,
  foreseeDecidi,
  foreseePasso,
  foreseeProponi,
  foreseeRettifica,
  foreseeSalva,
  type Chi,
  type Model,
  type Tentativo,
  type Verbale,
} from './verbale-model.js';

/** The product, and the ambito in it whose verbali the model follows. */
export interface Real {
  readonly world: World;
  readonly ambito: AmbitoWorld;
  readonly people: Readonly<Record<Chi, Persona | null>>;
}
type Command = fc.AsyncCommand<Model, Real>;

const MOTIVO = 'Un motivo abbastanza lungo.';
const SUBITO: Tentativo = { fresh: true, motivo: true };
const pick = (m: Model, quale: number): Verbale => m.verbali[m.verbali.length - 1 - (quale % m.verbali.length)] as Verbale;
const api = (r: Real, path: string): string => `/ambiti/${r.ambito.slug}/verbali/${path}`;
const documento = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', ...(text === '' ? {} : { content: [{ type: 'text', text }] }) }],
});

/** A command that says of itself, where a sequence fails, what it was. */
const command = (name: string, run: (m: Model, r: Real) => Promise<void>): Command => ({ check: () => true, run, toString: () => name });
const expectStatus = (name: string, v: Verbale, got: number, wanted: number): void =>
  expect([name, v.stato, got]).toEqual([name, v.stato, wanted]);

let scritti = 0;
const salva = (chi: Chi, quale: number, fresh: boolean, vuota = false) =>
  command(`salva(${chi},${quale},${fresh},${vuota})`, async (m, r) => {
    const v = pick(m, quale);
    const testo = vuota ? '' : `Si discute il punto ${(scritti += 1)}.`;
    const wanted = foreseeSalva(v, chi, fresh);
    const { status } = await r.world
      .as(r.people[chi])
      .put(
        api(r, `${v.id}/sezioni/${v.sezione.id}`),
        { documento: documento(testo), decisioni: [], impegni: [] },
        { version: fresh ? v.sezione.version : v.sezione.version + 1 },
      );
    expectStatus(`salva(${chi})`, v, status, wanted);
    if (wanted !== 200) return;
    v.sezione.version += 1;
    v.sezione.testo = testo;
    m.salvataggi += 1;
  });

const corpo = (azione: AzioneVerbale, { motivo }: Tentativo): object => ({
  ...(motivo ? { motivazione: MOTIVO } : {}),
  ...(azione === 'pubblica' ? { avvisiVisti: true } : {}),
});

const passo = (chi: Chi, azione: AzioneVerbale, quale: number, t: Tentativo = SUBITO) =>
  command(`${azione}(${chi},${quale},${JSON.stringify(t)})`, async (m, r) => {
    const v = pick(m, quale);
    const wanted = foreseePasso(v, chi, azione, t);
    const { status } = await r.world
      .as(r.people[chi])
      .post(api(r, `${v.id}/azioni/${azione}`), corpo(azione, t), { version: t.fresh ? v.version : v.version + 1 });
    expectStatus(`${azione}(${chi})`, v, status, wanted);
    if (wanted === 200) advance(m, v, azione);
  });

/** Two who take the same step at the same moment take it once. */
const insieme = (azione: AzioneVerbale, quale: number) =>
  command(`insieme(${azione},${quale})`, async (m, r) => {
    const v = pick(m, quale);
    const wanted = foreseePasso(v, 'referente', azione, SUBITO);
    const answers = await Promise.all(
      (['referente', 'coordinatore'] as const).map(c =>
        r.world.as(r.people[c]).post(api(r, `${v.id}/azioni/${azione}`), corpo(azione, SUBITO), { version: v.version }),
      ),
    );
    expect([azione, v.stato, answers.map(a => a.status).sort()]).toEqual([azione, v.stato, wanted === 200 ? [200, 412] : [wanted, wanted]]);
    if (wanted === 200) advance(m, v, azione);
  });

const proponi = (chi: Chi, quale: number) =>
  command(`proponi(${chi},${quale})`, async (m, r) => {
    const v = pick(m, quale);
    if (v.sezione.testo === '') return;
    const wanted = foreseeProponi(v, chi);
    const done = await r.world
      .as(r.people[chi])
      .post<VerbaleView>(
        api(r, `${v.id}/correzioni`),
        { sezioneId: v.sezione.id, passaggio: v.sezione.testo, proposta: 'Meglio così.', motivo: MOTIVO },
        { key: newKey() },
      );
    expectStatus(`proponi(${chi})`, v, done.status, wanted);
    if (wanted !== 201) return;
    v.correzioni.push({ id: done.body.correzioni.at(-1)?.id ?? '', stato: 'proposta' });
    m.atti += 1;
  });

const decidi = (chi: Chi, quale: number, correzione: number, azione: Exclude<AzioneCorrezione, 'accogli'>, motivo: boolean) =>
  command(`decidi(${chi},${quale},${correzione},${azione},${motivo})`, async (m, r) => {
    const v = pick(m, quale);
    const c = v.correzioni[correzione];
    if (c === undefined) return;
    const wanted = foreseeDecidi(v, chi, correzione, azione, motivo);
    const { status } = await r.world
      .as(r.people[chi])
      .post(api(r, `${v.id}/correzioni/${c.id}/esiti/${azione}`), motivo ? { motivazione: MOTIVO } : {});
    expectStatus(`decidi(${chi},${azione})`, v, status, wanted);
    if (wanted !== 200) return;
    c.stato = CORREZIONE[azione].to;
    m.atti += 1;
  });

const rettifica = (chi: Chi, quale: number) =>
  command(`rettifica(${chi},${quale})`, async (m, r) => {
    const v = pick(m, quale);
    const wanted = foreseeRettifica(m, v, chi);
    const done = await r.world.as(r.people[chi]).post<VerbaleView>(api(r, `${v.id}/rettifiche`), { motivo: MOTIVO }, { key: newKey() });
    expectStatus(`rettifica(${chi})`, v, done.status, wanted);
    if (wanted !== 201) return;
    const [sezione] = done.body.sezioni;
    m.verbali.push({
      id: done.body.id,
      sezione: { id: sezione?.id ?? '', version: sezione?.version ?? 0, testo: v.sezione.testo },
      correzioni: [],
      rettifica: v.id,
      stato: 'bozza',
      version: done.body.version,
      numero: null,
      pubblicato: null,
    });
    m.atti += 1;
  });

const FINO_A_PUBBLICATO: readonly Command[] = [
  salva('referente', 0, true),
  passo('referente', 'invia_in_revisione', 0),
  passo('coordinatore', 'approva', 0),
  passo('referente', 'pubblica', 0),
];
/** The usual story, and that of the rettifica that follows it; sequences begin anywhere in it. */
export const STORIA: readonly Command[] = [...FINO_A_PUBBLICATO, rettifica('referente', 0), ...FINO_A_PUBBLICATO];

const chiunque = fc.constantFrom(...CHI);
const quale = fc.constantFrom(0, 0, 0, 1, 2);
const spesso = fc.constantFrom(true, true, true, true, false);
const azione = fc.constantFrom(...AZIONI_VERBALE);
const esito = fc.constantFrom(...AZIONI_CORREZIONE.filter(a => a !== 'accogli'));

/** The usual story as often as all that anybody could try. */
export const COMMANDS: fc.Arbitrary<Command>[] = [
  fc.constantFrom(...STORIA),
  fc.constantFrom(...STORIA),
  fc
    .record({ chi: chiunque, azione, quale, t: fc.record({ fresh: spesso, motivo: spesso }) })
    .map(c => passo(c.chi, c.azione, c.quale, c.t)),
  fc.record({ azione, quale }).map(c => insieme(c.azione, c.quale)),
  fc
    .record({ chi: chiunque, quale, fresh: spesso, vuota: fc.nat({ max: 5 }).map(n => n === 0) })
    .map(c => salva(c.chi, c.quale, c.fresh, c.vuota)),
  fc.record({ chi: fc.oneof(chiunque, fc.constant('membro' as const)), quale }).map(c => proponi(c.chi, c.quale)),
  fc
    .record({ chi: fc.oneof(chiunque, fc.constant('referente' as const)), quale, correzione: fc.nat({ max: 2 }), esito, motivo: spesso })
    .map(c => decidi(c.chi, c.quale, c.correzione, c.esito as 'respingi' | 'rinvia', c.motivo)),
  fc.record({ chi: chiunque, quale }).map(c => rettifica(c.chi, c.quale)),
];
