import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { headersOf } from './lib/product.mjs';
import { factFigure } from './lib/report.mjs';

/** L-9 */
const ROWS = 250_000;
const FIRST_BYTE_MS = 500;
const MORE_MB = 100;

/** An ambito with as many published contributi, of a few words each. */
export async function seed(scenario, query) {
  const ambito = await scenario.ambito();
  const tavolo = await scenario.tavolo(ambito);
  await query(
    `INSERT INTO contributo (ambito_id, id, tavolo_id, codice, stato, canale, tipo, testi, pubblico, provenienza, mostra_nome, inviato_at, pubblicato_at)
     SELECT $1, gen_random_uuid(), $2, 'CON-' || n, 'pubblicato', 'web', 'proposta', t, t, 'cittadino', false, now() - n * interval '1 minute', now()
     FROM generate_series(1, ${ROWS}) n, LATERAL (SELECT jsonb_build_object('titolo', 'Contributo ' || n, 'testo', repeat('Serve una navetta per il centro diurno. ', 8))) x (t)`,
    [ambito.id, tavolo.id],
  );
  return ambito.slug;
}

/** The whole of a large dataset, as CSV and as JSON: how soon it begins, how much more memory the process takes meanwhile. */
export async function run(lab) {
  const figures = [];
  for (const formato of ['csv', 'json']) {
    await download(lab, formato); // what is compiled and kept at the first time is not of the export
    const { firstByteMs, seconds, bytes, moreMb } = await download(lab, formato);
    const name = `open data, ${ROWS.toLocaleString('en')} rows as ${formato.toUpperCase()} (${Math.round(bytes / 1e6)} MB, ${Math.round(ROWS / seconds).toLocaleString('en')} rows/s)`;
    figures.push(
      factFigure(`${name}: first byte`, `${Math.round(firstByteMs)} ms`, `<= ${FIRST_BYTE_MS} ms`, firstByteMs <= FIRST_BYTE_MS),
      factFigure('more memory meanwhile', `${Math.round(moreMb)} MB`, `<= ${MORE_MB} MB`, moreMb <= MORE_MB),
    );
  }
  return figures;
}

const residentMb = pid => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

async function download({ product, seeded }, formato) {
  const before = residentMb(product.child.pid);
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, residentMb(product.child.pid))), 50);
  const from = performance.now();
  const { promise, resolve, reject } = Promise.withResolvers();
  const sent = request(
    {
      host: '127.0.0.1',
      port: product.port,
      path: `/api/v1/ambiti/${seeded['open-data']}/dati/contributi.${formato}`,
      headers: headersOf(null),
    },
    resolve,
  );
  sent.once('error', reject).end();
  const answer = await promise;
  let [bytes, rows, firstByteMs] = [0, 0, 0];
  for await (const chunk of answer) {
    firstByteMs ||= performance.now() - from;
    bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) rows++;
  }
  clearInterval(watch);
  if (rows < ROWS) throw new Error(`${rows} rows came instead of ${ROWS}.`);
  return { firstByteMs, seconds: (performance.now() - from) / 1000, bytes, moreMb: peak - before };
}
