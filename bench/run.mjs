import { requireNode } from '../scripts/lib/node-version.mjs';

requireNode();
const { endWithChildren } = await import('../scripts/lib/children.mjs');
const { buildStale } = await import('../scripts/lib/build.mjs');
endWithChildren();
await buildStale();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
await import('../apps/api/testing/nest-hooks.mjs'); // the worlds of the tests are TypeScript

/** A benchmark is a file with a `name`, what it adds to the world before anything starts (`seed`), and how it measures (`run`). */
const BENCHMARKS = [
  'public-page',
  'public-list',
  'designazione-invio',
  'contributo-invio',
  'feed',
  'feed-changed',
  'mail-out',
  'live',
  'verbale-page',
  'verbale-pdf',
  'dossier',
  'dossier-meanwhile',
  'search',
  'open-data',
  'statements',
];

const { openLab } = await import('./lib/lab.mjs');
const { print, save } = await import('./lib/report.mjs');

/** Whatever hangs must not hang for ever. */
const LAST_RESORT_MS = 600_000;
setTimeout(() => {
  console.error(`Le misure non sono finite in ${LAST_RESORT_MS / 1000} s.`);
  process.exit(1);
}, LAST_RESORT_MS).unref();

const wanted = process.argv.slice(2);
const unknown = wanted.find(name => !BENCHMARKS.includes(name));
if (unknown !== undefined) {
  console.error(`Non c'è una misura «${unknown}»: scegli tra ${BENCHMARKS.join(', ')}.`);
  process.exit(1);
}
const benchmarks = await Promise.all(
  BENCHMARKS.filter(name => wanted.length === 0 || wanted.includes(name)).map(async name => ({
    name,
    ...(await import(`./${name}.mjs`)),
  })),
);

const lab = await openLab(benchmarks);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void lab.close().then(() => process.exit(1)));
try {
  const results = [];
  for (const { name, run } of benchmarks) {
    console.log(`\n${name}`);
    const figures = await run(lab);
    save(name, figures);
    results.push(...figures);
  }
  print(results);
  process.exitCode = results.every(({ met }) => met) ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await lab.close();
}
