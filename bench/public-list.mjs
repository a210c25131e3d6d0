import { ask, ownHeaders } from './lib/ask.mjs';
import { press } from './lib/load.mjs';
import { headersOf } from './lib/product.mjs';
import { ratioFigure } from './lib/report.mjs';
import { compare } from './lib/rounds.mjs';

const LOAD = { connections: 64, seconds: 1 };
/** As `DATABASE_POOL` of the product. */
const POOL = 10;

/** The public list of the tavoli of the demo as JSON, read from the database at each request. */
export async function run(lab) {
  const [{ slug }] = await lab.sql('product', `SELECT slug FROM ambito WHERE slug NOT LIKE 'ambito-%' LIMIT 1`);
  const path = `/api/v1/ambiti/${slug}/tavoli`;
  const headers = headersOf(null);
  const answer = await ask(lab.product.port, path, { headers });
  const tapped = await lab.tapped();
  const [{ statements }] = await tapped.told(() => ask(tapped.port, path, { headers }));
  const { limit, items } = JSON.parse(answer.body);
  const raw = await lab.raw('list', {
    url: lab.urls.raw,
    pool: POOL,
    statements,
    limit,
    headers: ownHeaders(answer.headers, 'content-length'),
  });
  const same = await ask(raw.port, path, { headers });
  if (!same.body.equals(answer.body)) throw new Error('The raw limit does not answer the same bytes as the product.');
  const load = { ...LOAD, headers };
  const measured = await compare({ product: () => press(lab.product, path, load), raw: () => press(raw, path, load) });
  return [
    ratioFigure(`public list of ${items.length} tavoli, JSON (${statements.length} statements)`, measured, {
      goal: 0.4,
      aim: 0.57,
    }),
  ];
}
