import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from './lib/ask.mjs';
import { send } from './lib/load.mjs';
import { headersOf } from './lib/product.mjs';
import { POOL, record } from './lib/record.mjs';
import { factFigure, ratioFigure } from './lib/report.mjs';
import { compare, ROUNDS } from './lib/rounds.mjs';

const AMBITI = 10;
const TAVOLI = 10;
const CONNECTIONS = 64;
const PER_ROUND = 400;
/** How long the product wants a form to have been open. */
const OPEN_MS = 3_100;

/** Some ambiti whose windows close in the same hour. */
export async function seed(scenario) {
  const tavoli = [];
  for (let i = 0; i < AMBITI; i += 1) {
    const ambito = await scenario.ambito();
    for (let j = 0; j < TAVOLI; j += 1) {
      const tavolo = await scenario.tavolo(ambito);
      await scenario.incarico(ambito, 'referente', tavolo);
      tavoli.push(`/api/v1/ambiti/${ambito.slug}/tavoli/${tavolo.slug}/contributi`);
    }
  }
  return tavoli;
}

/** The last hour before a closing: citizens without account, each from their own network. Durable, and the mail that confirms in the outbox, before the answer. */
export async function run(lab) {
  const requests = await forms(lab, (ROUNDS + 1) * PER_ROUND);
  const rounds = Array.from({ length: ROUNDS + 1 }, (_, i) => requests.slice(i * PER_ROUND, (i + 1) * PER_ROUND));
  const { acts, headers } = await record(lab, requests);
  const raw = await lab.raw('acts', { url: lab.urls.raw, pool: POOL, acts, headers });
  const measured = await compare({
    product: round => send(lab.product, rounds[round], { connections: CONNECTIONS }),
    raw: round => send(raw, rounds[round], { connections: CONNECTIONS }),
  });
  return [
    ratioFigure(`contributo sent (${acts[0].statements.length} statements, ${CONNECTIONS} at once)`, measured, { goal: 0.5 }),
    await noneLost(lab, requests.length),
  ];
}

async function forms(lab, count) {
  const tavoli = lab.seeded['contributo-invio'];
  const moduli = [];
  for (const path of tavoli)
    moduli.push(
      JSON.parse((await ask(lab.product.port, `${path}/modulo`, { headers: { ...headersOf(null), 'accept-encoding': 'identity' } })).body)
        .modulo,
    );
  await sleep(OPEN_MS);
  return Array.from({ length: count }, (_, i) => ({
    method: 'POST',
    path: `${tavoli[i % tavoli.length]}?n=${i}`,
    body: JSON.stringify(form(moduli[i % tavoli.length], i)),
    headers: {
      ...headersOf(null),
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      'x-forwarded-for': `10.${(i >> 8) & 255}.${i & 255}.1`,
    },
  }));
}

const form = (modulo, i) => ({
  tipo: 'proposta',
  titolo: `Contributo di misura ${i}`,
  testo: 'Serve una navetta che porti al centro diurno chi abita nelle contrade e non guida. '.repeat(6),
  risposte: [],
  comune: null,
  zona: null,
  allegati: [],
  provenienza: { tipo: 'cittadino', nome: null },
  mostraNome: false,
  autore: { nome: 'Cittadina di Misura', email: `cittadina${i}@misura.test` },
  informativaLetta: true,
  modulo,
  sito: '',
});

async function noneLost(lab, sent) {
  const count = `SELECT count(*)::int AS n, count(DISTINCT c.id)::int AS distinti FROM contributo c JOIN registro r ON r.ambito_id = c.ambito_id AND r.oggetto_id = c.id AND r.azione = 'contributo.invia'
    JOIN email e ON e.oggetto_id = c.id WHERE c.testi->>'titolo' LIKE 'Contributo di misura %'`;
  const [[product], [raw]] = [await lab.sql('product', count), await lab.sql('raw', count)];
  return factFigure(
    'contributi acknowledged and found',
    `${product.n} of ${sent}`,
    'all',
    [product, raw].every(found => found.n === sent && found.distinti === sent),
    { product, raw },
  );
}
