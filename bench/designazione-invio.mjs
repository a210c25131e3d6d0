import { send } from './lib/load.mjs';
import { headersOf } from './lib/product.mjs';
import { POOL, record } from './lib/record.mjs';
import { factFigure, ratioFigure } from './lib/report.mjs';
import { compare, ROUNDS } from './lib/rounds.mjs';

const AMBITI = 10;
const TAVOLI = 10;
const CONNECTIONS = 64;
const PER_ROUND = 400;
/** One draft for each act of each round, the one that does not count included. */
const ENTI = Math.ceil(((ROUNDS + 1) * PER_ROUND) / (AMBITI * TAVOLI));

/** Some ambiti at once, as at the end of a national deadline: in each, drafts of many enti for many tavoli, ready to be sent. */
export async function seed(scenario) {
  const drafts = [];
  for (let i = 0; i < AMBITI; i += 1) drafts.push(...(await seedAmbito(scenario)));
  return shuffled(drafts);
}

async function seedAmbito(scenario) {
  const ambito = await scenario.ambito();
  await scenario.incarico(ambito, 'coordinatore');
  const tavoli = [];
  for (let i = 0; i < TAVOLI; i += 1) tavoli.push(await scenario.tavolo(ambito));
  for (const tavolo of tavoli) await scenario.incarico(ambito, 'referente', tavolo);
  const avviso = await scenario.avviso(ambito, tavoli);
  const drafts = [];
  for (let i = 0; i < ENTI; i += 1) {
    const ente = await scenario.ente(ambito);
    const operatore = await scenario.operatore(ambito, ente);
    for (const tavolo of tavoli) {
      const { id } = await scenario.designazione(ambito, { avviso, tavolo, ente });
      drafts.push({ operatore, path: `/api/v1/ambiti/${ambito.slug}/designazioni/${id}/azioni/invia` });
    }
  }
  return drafts;
}

/** In an order of its own but always the same one. */
const shuffled = drafts =>
  drafts
    .map((draft, i) => [(i * 7919) % drafts.length, draft])
    .sort(([a], [b]) => a - b)
    .map(([, draft]) => draft);

/** Sending designazioni: lock, protocol number, mails in the outbox, act in the register, announcement; durable before the answer. */
export async function run(lab) {
  const requests = lab.seeded['designazione-invio'].map(({ operatore, path }) => ({
    method: 'POST',
    path,
    body: '{}',
    headers: { ...headersOf(operatore), 'content-type': 'application/json', 'if-match': '"1"' },
  }));
  const rounds = Array.from({ length: ROUNDS + 1 }, (_, i) => requests.slice(i * PER_ROUND, (i + 1) * PER_ROUND));
  const { acts, headers } = await record(lab, rounds.flat());
  const raw = await lab.raw('acts', { url: lab.urls.raw, pool: POOL, acts, headers });
  const measured = await compare({
    product: round => send(lab.product, rounds[round], { connections: CONNECTIONS }),
    raw: round => send(raw, rounds[round], { connections: CONNECTIONS }),
  });
  return [
    ratioFigure(`designazione sent (${acts[0].statements.length} statements, ${CONNECTIONS} at once)`, measured, {
      goal: 0.4,
      aim: 0.48,
    }),
    await noneLost(lab, rounds.flat().length),
  ];
}

async function noneLost(lab, sent) {
  const count = `SELECT count(*)::int AS n, count(DISTINCT d.id)::int AS distinte FROM designazione d JOIN registro r ON r.ambito_id = d.ambito_id AND r.oggetto_id = d.id AND r.azione = 'designazione.invia'
    WHERE d.stato = 'inviata' AND d.protocollo_anno <> 1990 AND d.ambito_id IN (SELECT id FROM ambito WHERE slug LIKE 'ambito-%')`;
  const [[product], [raw]] = [await lab.sql('product', count), await lab.sql('raw', count)];
  return factFigure(
    'designazioni acknowledged and found',
    `${product.n} of ${sent}`,
    'all',
    [product, raw].every(found => found.n === sent && found.distinte === sent),
    { product, raw },
  );
}
