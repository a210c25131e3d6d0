import { ask, ownHeaders } from './lib/ask.mjs';
import { press } from './lib/load.mjs';
import { headersOf } from './lib/product.mjs';
import { factFigure, ratioFigure } from './lib/report.mjs';
import { compare } from './lib/rounds.mjs';

const VERBALI = 100_000;
const POOL = 10;
const RARE = 'zibaldone';
const COMMON = 'servizi';
const COMMON_P99_MS = 250;

/** A hundred thousand texts of eighty words out of five thousand; one word stands in all of them, one in twenty. */
export async function seed(scenario, query) {
  const ambito = await scenario.ambito();
  await query(
    `INSERT INTO ricerca_voce (ambito_id, tipo, oggetto_id, titolo, testo, percorso, tavoli, quando, imparata)
     SELECT $1, 'verbale', gen_random_uuid(), 'Verbale ' || n, CASE WHEN n % ${VERBALI / 20} = 0 THEN '${RARE} ' ELSE '' END || '${COMMON} ' ||
       (SELECT string_agg('parola' || translate(((n * 7919 + w * w * 104729) % 5000)::text, '0123456789', 'abcdefghil'), ' ') FROM generate_series(1, 80) w),
       '/verbali/' || n, '{}', now() - n * interval '5 minutes', true
     FROM generate_series(1, ${VERBALI}) n`,
    [ambito.id],
  );
  return ambito.slug;
}

/** A word that is rare, against its bare statements; a word that stands in every text, by how long the slowest wait. */
export async function run(lab) {
  const headers = headersOf(null);
  const path = q => `/api/v1/ambiti/${lab.seeded.search}/ricerca?q=${q}`;
  const answer = await ask(lab.product.port, path(RARE), { headers });
  const { quanti, items } = JSON.parse(answer.body);
  if (quanti !== 20) throw new Error(`${quanti} texts hold the rare word instead of 20.`);
  const tapped = await lab.tapped();
  const [{ statements }] = await tapped.told(() => ask(tapped.port, path(RARE), { headers }));
  const raw = await lab.raw('list', {
    url: lab.urls.raw,
    pool: POOL,
    statements,
    limit: 20,
    headers: ownHeaders(answer.headers, 'content-length'),
  });
  const load = { connections: 32, seconds: 1, headers };
  const rare = await compare({ product: () => press(lab.product, path(RARE), load), raw: () => press(raw, path(RARE), load) });
  await raw.stop();
  const common = await press(lab.product, path(COMMON), { connections: 4, seconds: 5, headers });
  return [
    ratioFigure(
      `search among ${VERBALI.toLocaleString('en')} verbali, rare word (${items.length} found, ${statements.length} statements)`,
      rare,
      { goal: 0.5, aim: 0.59 },
    ),
    factFigure(
      'the same, a word that stands in all of them, p99 of 4 at once',
      `${common.p99} ms`,
      `<= ${COMMON_P99_MS} ms`,
      common.p99 <= COMMON_P99_MS,
      common,
    ),
  ];
}
