import { ask, ownHeaders } from './lib/ask.mjs';
import { press, send } from './lib/load.mjs';
import { headersOf } from './lib/product.mjs';
import { factFigure, ratioFigure } from './lib/report.mjs';
import { compare } from './lib/rounds.mjs';
import { publishVerbali, seedVerbali } from './lib/verbali.mjs';

const VERBALI = 240;
const WARM_UP = 40;
const COLD_PER_SECOND = 400;
const LOAD = { connections: 64, seconds: 1, workers: 2 };

export const seed = (scenario, query) => seedVerbali(scenario, query, VERBALI);

/** The public page of a verbale: kept in memory against the same bytes from bare Node, and made for the first time, one for each verbale. */
export async function run(lab) {
  const seeded = lab.seeded['verbale-page'];
  await publishVerbali(lab.product, seeded);
  const headers = headersOf(null);
  const paths = seeded.ids.map(id => `/${seeded.slug}/verbali/${id}`);
  const fresh = paths.map(path => ({ method: 'GET', path, headers }));
  await send(lab.product, fresh.slice(0, WARM_UP), { connections: 4 });
  const cold = await send(lab.product, fresh.slice(WARM_UP), { connections: 16 });

  await ask(lab.product.port, paths[0], { headers }); // made once; kept from now on
  const answer = await ask(lab.product.port, paths[0], { headers });
  const raw = await lab.raw('bytes', { headers: ownHeaders(answer.headers), body: answer.body });
  const load = { ...LOAD, headers };
  const measured = await compare({ product: () => press(lab.product, paths[0], load), raw: () => press(raw, paths[0], load) });
  await raw.stop();
  return [
    ratioFigure(`page of a verbale, cached (${(answer.body.length / 1000).toFixed(0)} kB compressed)`, measured, { goal: 0.4, aim: 0.64 }),
    factFigure(
      'pages of verbali made for the first time',
      `${Math.round(cold.perSecond)}/s`,
      `>= ${COLD_PER_SECOND}/s`,
      cold.perSecond >= COLD_PER_SECOND,
      cold,
    ),
  ];
}
