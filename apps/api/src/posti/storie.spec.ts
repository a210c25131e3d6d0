import type { DecadenzaView, DesignazioneView, EnteView } from '@tavoli/shared';
import fc from 'fast-check';
import { testWorld, type World } from '../../testing/app.js';
import { creaIncontro } from '../../testing/scenario/incontri.js';
import { dueRappresentanti } from '../../testing/scenario/rappresentanti.js';
import { leggiDestinatari } from '../incontri/incontro/invitati.js';
import { apriPosti } from '../incontri/incontro/posti.js';
import { assegna, conta, occupato, siede, siedePer } from './siede.sql.js';

/**
 * The one SQL of who siede, who is convocabile and who conta, beside a model of a dozen lines, over histories of seats that nobody would think of: consent that
 * comes late or goes, an elenco degli ammessi that is waited for, resignation, suspension of the seat and of the ente, end, loss, substitution; incontri of one tavolo, joint, and of a few.
 */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 20);

const DUE = [0, 1] as const;
const PASSI = [
  'consente',
  'ritira',
  'si dimette',
  'sospendi',
  'riattiva',
  'cessa',
  'decadi',
  'sospendi ente',
  'riattiva ente',
  'sostituisci',
  'elenco',
  'finisce il Piano',
  'il Piano va avanti',
] as const;
interface Mossa {
  readonly ente: number;
  readonly tavolo: number;
  readonly persona: 0 | 1;
  readonly passo: (typeof PASSI)[number];
}
interface Seggio {
  stato: 'accettata' | 'sospesa' | 'finita';
  consensi: ('in_attesa' | 'dato' | 'via')[];
  /** Accepted where the ambito wants an elenco: nobody sits before it. */
  attende: boolean;
  /** The persons, by their number: a substitution names others. */
  giro: number;
}
interface Modello {
  readonly sospesi: Set<number>;
  /** The Piano has ended, and the rule ends seats with it. */
  finito: boolean;
  readonly seggi: Seggio[][];
}

/** What the words of ADR 0033 and 0034 make of it. */
const siedono = ({ sospesi, seggi, finito }: Modello, ente: number, tavolo: number): number[] => {
  const s = seggi[ente]?.[tavolo];
  if (finito || s?.stato !== 'accettata' || s.attende || sospesi.has(ente)) return [];
  return s.consensi.flatMap((c, n) => (c === 'dato' ? [n] : []));
};

const attendeOra = (s: Seggio): boolean => s.attende && s.stato !== 'finita';

function muovi(m: Modello, { ente, tavolo, persona, passo }: Mossa): boolean {
  const s = m.seggi[ente]?.[tavolo];
  if (!s) return false;
  const vivo = s.stato !== 'finita';
  const c = s.consensi[persona];
  if (passo === 'consente' && vivo && c === 'in_attesa') s.consensi[persona] = 'dato';
  else if ((passo === 'ritira' || passo === 'si dimette') && vivo && c === 'dato') s.consensi[persona] = 'via';
  else if (passo === 'sospendi' && s.stato === 'accettata') s.stato = 'sospesa';
  else if (passo === 'riattiva' && s.stato === 'sospesa') s.stato = 'accettata';
  else if ((passo === 'cessa' || passo === 'decadi') && vivo) s.stato = 'finita';
  else if (passo === 'elenco' && m.seggi.some(suoi => suoi.some(attendeOra)))
    for (const x of m.seggi.flat().filter(attendeOra)) x.attende = false;
  else if (passo === 'sospendi ente' && !m.sospesi.has(ente)) m.sospesi.add(ente);
  else if (passo === 'riattiva ente' && m.sospesi.has(ente)) m.sospesi.delete(ente);
  else if (passo === 'finisce il Piano' && !m.finito) m.finito = true;
  else if (passo === 'il Piano va avanti' && m.finito) m.finito = false;
  else if (passo === 'sostituisci' && s.stato === 'accettata' && !m.sospesi.has(ente)) {
    s.giro += 1;
    s.consensi = ['in_attesa', 'in_attesa'];
  } else return false;
  return true;
}

type Base = Awaited<ReturnType<World['scenario']['base']>>;
interface Posto {
  id: string;
  email: string[];
  segreti: string[];
}
interface Reale {
  /** A sottogruppo of the first tavolo. */
  readonly gruppo: string;
  readonly avviso: { readonly id: string };
  readonly base: Base;
  readonly tavoli: readonly Base['tavolo'][];
  readonly enti: readonly { readonly id: string }[];
  readonly posti: Posto[][];
}

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const at = ({ base }: Reale, percorso: string) => `/ambiti/${base.ambito.slug}${percorso}`;
async function comincia(attendono: readonly boolean[]): Promise<Reale> {
  const base = await world.scenario.base();
  await world.db.query(
    `UPDATE ambito SET impostazioni = jsonb_set(coalesce(impostazioni, '{}'), '{regole}', coalesce(impostazioni->'regole', '{}') || '{"mandatiColPiano": true}') WHERE id = $1`,
    [base.ambito.id],
  );
  const tavoli = [base.tavolo, await world.scenario.tavolo(base.ambito)];
  const avviso = await world.scenario.avviso(base.ambito, tavoli);
  const enti = [base.ente, await world.scenario.ente(base.ambito)];
  for (const ente of enti.slice(1)) await world.scenario.operatore(base.ambito, ente, base.operatore);
  const posti = [];
  for (const ente of enti) {
    const suoi = [];
    for (const tavolo of tavoli) {
      const d = await world.scenario.designazione(base.ambito, { avviso, tavolo, ente, stato: 'accettata' });
      await world.db.query('UPDATE designazione SET attende_elenco = $2 WHERE id = $1', [d.id, attendono[posti.length * 2 + suoi.length]]);
      suoi.push({ id: d.id, email: d.persone.map(p => p.email), segreti: d.persone.map(p => p.segreto) });
    }
    posti.push(suoi);
  }
  const [figlio] = await world.db.query<{ id: string }[]>(
    `INSERT INTO tavolo (ambito_id, id, piano_id, slug, codice, nome, scopo, padre_id, inizia_il)
     SELECT ambito_id, gen_random_uuid(), piano_id, slug || '-1', codice || '.1', 'Gruppo', 'Scopo', id, now() FROM tavolo WHERE id = $1 RETURNING id`,
    [base.tavolo.id],
  );
  return { base, avviso, tavoli, enti, posti, gruppo: figlio?.id ?? '' };
}

async function versione(tabella: string, id: string): Promise<number> {
  const [row] = await world.db.query<{ version: number }[]>(`SELECT version FROM ${tabella} WHERE id = $1`, [id]);
  return row?.version ?? 0;
}
const MOTIVO = { motivazione: 'Un motivo abbastanza lungo.' };
async function passo<V>(
  r: Reale,
  chi: Base['coordinatore'],
  cosa: 'designazioni' | 'enti' | 'decadenze',
  id: string,
  azione: string,
  body: object = {},
): Promise<V> {
  const tabella = { designazioni: 'designazione', enti: 'ente', decadenze: 'decadenza' }[cosa];
  const answer = await world
    .as(chi)
    .post<V>(at(r, `/${cosa}/${id}/azioni/${azione}`), { ...MOTIVO, ...body }, { version: await versione(tabella, id) });
  if (answer.status !== 200) throw new Error(`${azione}: ${answer.text}`);
  return answer.body;
}

async function decadi(r: Reale, posto: Posto): Promise<void> {
  const { coordinatore } = r.base;
  const body = {
    motivo: 'altro',
    incontri: [],
    ragioni: 'Ragioni di prova.',
    ufficio: 'Ufficio',
    responsabile: 'Chi Prova',
    doveAtti: 'Via Roma 1',
  };
  const aperta = await world.as(coordinatore).post<DecadenzaView>(at(r, `/designazioni/${posto.id}/decadenze`), body);
  await world.db.query('UPDATE decadenza SET termine = current_date - 2 WHERE id = $1', [aperta.body.id]);
  await passo(r, coordinatore, 'decadenze', aperta.body.id, 'concludi');
}

/** Of an avviso that is closed: here by the clock of the database, and open again for who designates later. */
async function pubblicaElenco({ base, avviso }: Reale): Promise<void> {
  await world.db.query(`UPDATE avviso SET chiude_at = now() WHERE id = $1`, [avviso.id]);
  const answer = await world
    .as(base.coordinatore)
    .post(`/ambiti/${base.ambito.slug}/avvisi/${avviso.id}/elenchi`, { determinaNumero: '1', determinaData: '2026-01-08' });
  if (answer.status !== 201) throw new Error(`elenco: ${answer.text}`);
  await world.db.query(`UPDATE avviso SET chiude_at = now() + interval '1 day' WHERE id = $1`, [avviso.id]);
}

async function sostituisci(r: Reale, posto: Posto): Promise<void> {
  const { operatore, coordinatore } = r.base;
  const bozza = await passo<DesignazioneView>(r, operatore, 'designazioni', posto.id, 'sostituisci', { motivazione: undefined });
  const rappresentanti = dueRappresentanti();
  await world.as(operatore).put(at(r, `/designazioni/${bozza.id}`), { rappresentanti }, { version: bozza.version });
  await passo(r, operatore, 'designazioni', bozza.id, 'invia', { motivazione: undefined });
  await passo(r, coordinatore, 'designazioni', bozza.id, 'accetta', { motivazione: undefined });
  const righe = await world.db.query<{ email: string; testo: string }[]>(
    `SELECT p.email, e.testo FROM rappresentante p JOIN email e ON e.oggetto_id = p.designazione_id AND e.a_indirizzo = p.email AND e.tipo = 'designazione.consenso' WHERE p.designazione_id = $1 ORDER BY p.ordine`,
    [bozza.id],
  );
  Object.assign(posto, {
    id: bozza.id,
    email: righe.map(x => x.email),
    segreti: righe.map(x => /\/consenso#([\w-]{43})/.exec(x.testo)?.[1] ?? ''),
  });
}

/** Into the sottogruppo: whoever has a seat at its tavolo now. Nobody puts them out of it afterwards. */
const metti = (r: Reale): Promise<unknown> =>
  world.db.query(
    `INSERT INTO mandato (ambito_id, id, tavolo_id, ente_id, rappresentante_id, ruolo, veste)
     SELECT ambito_id, gen_random_uuid(), $2, ente_id, rappresentante_id, ruolo, veste FROM mandato WHERE tavolo_id = $1 AND al IS NULL
     ON CONFLICT (ambito_id, rappresentante_id, tavolo_id) WHERE al IS NULL DO NOTHING`,
    [r.base.tavolo.id, r.gruppo],
  );

const CONSENSO = { consente: 'acconsenti', ritira: 'ritira', 'si dimette': 'dimettiti' } as const;
async function vivi(r: Reale, { ente, tavolo, persona, passo: p }: Mossa): Promise<void> {
  const posto = r.posti[ente]?.[tavolo] as Posto;
  const { coordinatore } = r.base;
  const enteId = r.enti[ente]?.id ?? '';
  if (p === 'consente' || p === 'ritira' || p === 'si dimette') {
    const answer = await world
      .as(null)
      .post(`/consenso/azioni/${CONSENSO[p]}`, {}, { headers: { 'x-segreto': posto.segreti[persona] ?? '' } });
    if (answer.status !== 200) throw new Error(`${p}: ${answer.text}`);
    if (p === 'consente') await metti(r);
  } else if (p === 'sospendi ente' || p === 'riattiva ente')
    await passo<EnteView>(r, coordinatore, 'enti', enteId, p === 'sospendi ente' ? 'sospendi' : 'riattiva');
  else if (p === 'finisce il Piano' || p === 'il Piano va avanti')
    await world.db.query('UPDATE piano_di_zona SET dal = $2, al = $2 WHERE ambito_id = $1', [
      r.base.ambito.id,
      p === 'finisce il Piano' ? 2020 : 2099,
    ]);
  else if (p === 'sostituisci') await sostituisci(r, posto);
  else if (p === 'elenco') await pubblicaElenco(r).then(() => metti(r));
  else if (p === 'decadi') await decadi(r, posto);
  else await passo(r, coordinatore, 'designazioni', posto.id, p, p === 'cessa' ? { causa: 'fine_mandato' } : {});
}

/** Who is to sit, by address: of one tavolo, or of more. */
const attesi = (m: Modello, r: Reale, tavoli: readonly number[]): string[] =>
  DUE.flatMap(ente => tavoli.flatMap(t => siedono(m, ente, t).map(n => r.posti[ente]?.[t]?.email[n] ?? ''))).sort();

async function confronta(m: Modello, r: Reale): Promise<void> {
  const { ambito, referente } = r.base;
  const righe = await world.db.query<{ id: string; assegna: boolean; occupato: boolean; siede: boolean }[]>(
    `SELECT d.id, ${assegna('d')} AS assegna, ${occupato('d')} AS occupato, ${siedePer('d')} AS siede FROM designazione d WHERE d.ambito_id = $1`,
    [ambito.id],
  );
  for (const ente of DUE)
    for (const t of DUE) {
      const posto = r.posti[ente]?.[t];
      const c = siedono(m, ente, t).length > 0;
      const seggio = m.seggi[ente]?.[t];
      const haIlPosto = !m.finito && seggio?.stato === 'accettata' && !seggio.attende && !m.sospesi.has(ente);
      expect(righe.find(x => x.id === posto?.id)).toEqual({ id: posto?.id, assegna: haIlPosto, occupato: c, siede: c });
    }
  const seduti = (dove: string) =>
    world.db
      .query<{ email: string }[]>(
        `SELECT p.email FROM mandato m JOIN rappresentante p ON p.ambito_id = m.ambito_id AND p.id = m.rappresentante_id
         WHERE m.ambito_id = $1 AND m.tavolo_id ${dove} $2 AND ${siede('m')} ORDER BY 1`,
        [ambito.id, r.gruppo],
      )
      .then(trovati => trovati.map(x => x.email));
  expect(await seduti('<>')).toEqual(attesi(m, r, DUE));
  expect(await seduti('=')).toEqual(attesi(m, r, [0]));
  const uno = await creaIncontro(world, ambito, r.base.tavolo, referente);
  const due = await creaIncontro(world, ambito, r.base.tavolo, referente, { altriTavoli: [r.tavoli[1]?.id ?? ''] });
  const pochi = await creaIncontro(world, ambito, r.base.tavolo, referente);
  const scelto = r.posti[0]?.[0]?.email[0] ?? '';
  await world.db.query(
    `INSERT INTO incontro_membro (ambito_id, incontro_id, rappresentante_id) SELECT ambito_id, $2, id FROM rappresentante WHERE ambito_id = $1 AND email = $3 LIMIT 1`,
    [ambito.id, pochi.id, scelto],
  );
  for (const [n, quali] of [
    [uno, attesi(m, r, [0])],
    [due, attesi(m, r, DUE)],
    [pochi, attesi(m, r, [0]).filter(email => email === scelto)],
  ] as const) {
    const destinatari = await leggiDestinatari(world.db.manager, ambito.id, n.id);
    expect(destinatari.flatMap(d => (d.ente === null ? [] : [d.email])).sort()).toEqual(quali);
    await apriPosti(world.db.manager, ambito.id, n.id);
    expect(await contano(n.id)).toEqual({ posti: n === pochi ? Math.sign(quali.length) : postiDi(m, n === uno ? [0] : DUE), contano: 0 });
    await world.db.query(`UPDATE presenza SET stato = 'titolare' WHERE incontro_id = $1`, [n.id]);
    const dopo = await contano(n.id);
    expect(dopo.contano).toBe(dopo.posti);
  }
}
const postiDi = (m: Modello, tavoli: readonly number[]): number =>
  DUE.flatMap(ente => tavoli.filter(t => siedono(m, ente, t).length > 0)).length;
/** Nobody was called: a seat that is opened counts once somebody came. */
const contano = async (incontroId: string) => {
  const [row] = await world.db.query<{ posti: number; contano: number }[]>(
    `SELECT count(*)::int AS posti, (count(*) FILTER (WHERE ${conta('p')}))::int AS contano FROM presenza p WHERE incontro_id = $1`,
    [incontroId],
  );
  return row ?? { posti: -1, contano: -1 };
};

/** What histories would seldom reach by chance: where most seats wait, or are suspended. */
const FREQUENTI: readonly Mossa['passo'][] = [
  ...Array.from({ length: 6 }, () => 'consente' as const),
  'riattiva',
  'riattiva ente',
  'ritira',
  'si dimette',
  'si dimette',
];
/** Which of the four seats waits for an elenco. */
const ATTESE = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });

it('A-7: over any history of seats, who siede, who is convocabile and who conta are the same in the database and in words', async () => {
  const mossa: fc.Arbitrary<Mossa> = fc.record({
    ente: fc.nat({ max: 1 }),
    tavolo: fc.nat({ max: 1 }),
    persona: fc.constantFrom(...DUE),
    passo: fc.constantFrom<Mossa['passo'][]>(...FREQUENTI, ...PASSI),
  });
  const fatte = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(mossa, { minLength: 4, maxLength: 24, size: 'max' }), ATTESE, async (mosse, attese) => {
      const reale = await comincia(attese);
      const seggio = (n: number): Seggio => ({
        stato: 'accettata',
        attende: attese[n] ?? false,
        consensi: ['in_attesa', 'in_attesa'],
        giro: 0,
      });
      const modello: Modello = { sospesi: new Set(), finito: false, seggi: DUE.map(ente => DUE.map(t => seggio(ente * 2 + t))) };
      for (const m of mosse)
        if (muovi(modello, m)) {
          fatte.add(m.passo);
          await vivi(reale, m);
        }
      await confronta(modello, reale);
    }),
    { numRuns: RUNS, seed: Number(process.env['MODEL_SEED'] ?? 20_261_130), interruptAfterTimeLimit: 600_000 },
  );
  expect([...fatte].sort()).toEqual([...PASSI].sort());
});
