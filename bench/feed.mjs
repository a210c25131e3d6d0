import { ask, ownHeaders } from './lib/ask.mjs';
import { seedIncontri } from './lib/incontri.mjs';
import { press } from './lib/load.mjs';
import { headersOf } from './lib/product.mjs';
import { ratioFigure } from './lib/report.mjs';
import { compare } from './lib/rounds.mjs';

const LOAD = { connections: 64, seconds: 1, workers: 2 };

export const seed = (scenario, query) => seedIncontri(scenario, query, 100);

/** The calendar of an ambito with a hundred incontri, kept in memory, as calendar programs ask for it. */
export async function run(lab) {
  const path = `/cal/${lab.seeded.feed.slug}.ics`;
  const headers = { ...headersOf(null), 'accept-encoding': 'gzip' };
  await ask(lab.product.port, path, { headers });
  const answer = await ask(lab.product.port, path, { headers });
  const raw = await lab.raw('bytes', { headers: ownHeaders(answer.headers), body: answer.body });
  const measured = await compare({
    product: () => press(lab.product, path, { ...LOAD, headers }),
    raw: () => press(raw, path, { ...LOAD, headers }),
  });
  await raw.stop();
  return [ratioFigure(`feed of 100 incontri, cached (${(answer.body.length / 1000).toFixed(0)} kB)`, measured, { goal: 0.4, aim: 0.61 })];
}
