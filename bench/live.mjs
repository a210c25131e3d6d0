import WebSocket from 'ws';
import { once } from 'node:events';
import { seedIncontri } from './lib/incontri.mjs';
import { openListeners } from './lib/listeners.mjs';
import { headersOf } from './lib/product.mjs';
import { factFigure, ratioFigure } from './lib/report.mjs';
import { compare } from './lib/rounds.mjs';

const SOCKETS = 1000;
const BURST = 30;
const ONE_BY_ONE = 40;
const P99_MS = 100;

const now = () => performance.timeOrigin + performance.now();

export const seed = (scenario, query) => seedIncontri(scenario, query, 1);

/** An event told to a thousand open pages: deliveries a second in a burst, and how long from the write to each delivery, one by one. */
export async function run(lab) {
  const { ambitoId, coordinatore } = lab.seeded.live;
  const raw = await lab.raw('sockets', {});
  const pages = await openListeners({ kind: 'io', port: lab.product.port, count: SOCKETS, headers: headersOf(coordinatore) });
  const bare = await openListeners({ kind: 'ws', port: raw.port, count: SOCKETS });
  const teller = new WebSocket(`ws://127.0.0.1:${raw.port}`);
  await once(teller, 'open');
  const figures = await lab.connect('product', client =>
    measure(
      pages,
      bare,
      count => tell(client, ambitoId, count),
      count => teller.send(JSON.stringify({ events: count, payload: { tipo: 'incontro', ambitoId } })),
    ),
  );
  teller.terminate();
  pages.stop();
  bare.stop();
  await raw.stop();
  return figures;
}

async function measure(pages, bare, tellPages, tellBare) {
  const measured = await compare({ product: () => burst(pages, tellPages), raw: () => burst(bare, tellBare) });
  const times = [];
  for (let i = 0; i < ONE_BY_ONE; i += 1) times.push(...(await pages.hear(1, () => tellPages(1))).times);
  const p99 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)];
  return [
    ratioFigure(`live event to 1,000 sockets, deliveries`, measured, { goal: 0.6, aim: 0.62 }),
    factFigure('live event, write to delivered p99', `${p99.toFixed(0)} ms`, `<= ${P99_MS} ms`, p99 <= P99_MS),
  ];
}

async function burst(listeners, tell) {
  const start = now();
  const { last } = await listeners.hear(BURST, () => tell(BURST));
  return { perSecond: (BURST * SOCKETS * 1000) / (last - start) };
}

/** As a command does after its commit: one NOTIFY each, which every replica hears. */
const tell = (client, ambitoId, count) =>
  client.query(
    `SELECT pg_notify('tavoli', json_build_object('t', 'live', 'ambitoId', $1::text, 'rooms', json_build_array('ambito:' || $1::text),
       'event', json_build_object('tipo', 'incontro', 'id', ($2::float8 + n * 0.01)::text, 'ambitoId', $1::text))::text) FROM generate_series(1, $3::int) n`,
    [ambitoId, now(), count],
  );
