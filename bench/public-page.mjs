import { ask, ownHeaders } from './lib/ask.mjs';
import { press } from './lib/load.mjs';
import { headersOf } from './lib/product.mjs';
import { ratioFigure } from './lib/report.mjs';
import { compare } from './lib/rounds.mjs';

const LOAD = { connections: 64, seconds: 1, workers: 2 };

/** The public page of a tavolo of the demo, kept in memory: as a browser asks for it (compressed), and as plain bytes. */
export async function run(lab) {
  const [{ path }] = await lab.sql(
    'product',
    `SELECT '/' || a.slug || '/tavoli/' || t.slug AS path FROM tavolo t JOIN ambito a ON a.id = t.ambito_id
     WHERE a.slug NOT LIKE 'ambito-%' ORDER BY (SELECT count(*) FROM mandato m WHERE m.ambito_id = t.ambito_id AND m.tavolo_id = t.id) DESC, t.codice LIMIT 1`,
  );
  return [await one(lab, path, 'compressed', 'gzip, deflate, br, zstd'), await one(lab, path, 'plain', 'identity')];
}

async function one(lab, path, how, encoding) {
  const headers = { ...headersOf(null), 'accept-encoding': encoding };
  await ask(lab.product.port, path, { headers }); // made once; kept from now on
  const answer = await ask(lab.product.port, path, { headers });
  const raw = await lab.raw('bytes', { headers: ownHeaders(answer.headers), body: answer.body });
  const load = { ...LOAD, headers };
  const measured = await compare({ product: () => press(lab.product, path, load), raw: () => press(raw, path, load) });
  await raw.stop();
  return ratioFigure(`public page, cached (${how}, ${(answer.body.length / 1000).toFixed(0)} kB)`, measured, {
    goal: 0.4,
    aim: 0.64,
  });
}
