import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from './lib/ask.mjs';
import { headersOf } from './lib/product.mjs';
import { factFigure } from './lib/report.mjs';
import { median } from './lib/rounds.mjs';
import { command, publishVerbali, seedVerbali } from './lib/verbali.mjs';

const VERBALI = 100;
const ROUNDS = 5;
const READERS = 8;
const PAUSE_MS = 4;
const GROWTH = 0.2;
/** Nobody sees it. */
const SAME_MS = 20;
const PATIENCE_MS = 60_000;

export const seed = (scenario, query) => seedVerbali(scenario, query, VERBALI);

/** What readers wait for a list that is read from the database, while nothing else happens and while a dossier is compiled: by a process of its own, and by their own. */
export async function run(lab) {
  const seeded = lab.seeded['dossier-meanwhile'];
  await publishVerbali(lab.product, seeded);
  const piano = `/api/v1/ambiti/${seeded.slug}/piani/${seeded.piano}`;
  await command(lab.product, seeded.coordinatore, `${piano}/allegati`, { tipo: 'verbali' });
  const compiler = await lab.also({ PROCESS: 'all' });
  const apart = await compared(lab.product, seeded, piano);
  const same = await compared(compiler, seeded, piano);
  const told = ({ making, quiet, growth }) =>
    `${making.toFixed(1)} ms (${quiet.toFixed(1)} ms otherwise, ${growth < 0 ? '' : '+'}${Math.round(growth * 100)} %)`;
  return [
    factFigure(
      `p99 of a public list while another process compiles a dossier of ${apart.pages} pages`,
      told(apart),
      `grows < ${GROWTH * 100} %`,
      apart.growth < GROWTH,
      apart.rounds,
    ),
    factFigure('the same while its own process has it compiled', told(same), `<= ${SAME_MS} ms`, same.making <= SAME_MS, same.rounds),
  ];
}

async function compared(product, seeded, piano) {
  const path = `/api/v1/ambiti/${seeded.slug}/tavoli`;
  let pages = 0;
  const compile = async () => {
    pages = await compiled(product, seeded, piano);
  };
  await during(product, path, compile);
  const rounds = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    const making = await during(product, path, compile);
    const quiet = await during(product, path, () => sleep(making.ms));
    rounds.push({ quiet, making, growth: making.p99 / quiet.p99 - 1 });
  }
  const of = pick => median(rounds.map(pick));
  return { pages, rounds, making: of(r => r.making.p99), quiet: of(r => r.quiet.p99), growth: of(r => r.growth) };
}

/** Asks for the dossier and waits until it is there. @returns its pages */
async function compiled(product, { coordinatore }, piano) {
  const before = await command(product, coordinatore, `${piano}/dossier`, {});
  const versione = before.dossier[0].versione;
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    await sleep(100);
    const { body } = await ask(product.port, piano, { headers: { ...headersOf(coordinatore), 'accept-encoding': 'identity' } });
    const dossier = JSON.parse(body).dossier.find(d => d.versione === versione);
    if (dossier?.stato === 'pronto') return dossier.pagine;
    if (dossier?.stato === 'fallito') throw new Error(dossier.errore);
  }
  throw new Error('The dossier was never ready.');
}

/** How long answers take while `work` lasts: some readers, each after a short pause. */
async function during({ port }, path, work) {
  const headers = headersOf(null);
  const start = performance.now();
  const times = [];
  let done = false;
  const reader = async () => {
    while (!done) {
      const from = performance.now();
      const { status } = await ask(port, path, { headers });
      if (status !== 200) throw new Error(`${path}: ${status}`);
      times.push(performance.now() - from);
      await sleep(PAUSE_MS);
    }
  };
  const finished = work().finally(() => {
    done = true;
  });
  await Promise.all([finished, ...Array.from({ length: READERS }, reader)]);
  const sorted = times.toSorted((a, b) => a - b);
  return {
    ms: performance.now() - start,
    answers: times.length,
    p50: sorted[Math.floor(sorted.length * 0.5)],
    p99: sorted[Math.floor(sorted.length * 0.99)],
  };
}
