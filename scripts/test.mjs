import { requireNode } from './lib/node-version.mjs';

requireNode();
const { endWithChildren } = await import('./lib/children.mjs');
const { buildStale } = await import('./lib/build.mjs');
const { checkTypes, lint, jest, playwright } = await import('./lib/checks.mjs');

/**
 * Everything that must hold: types, lint, unit and integration tests on a real database, the stories in a real browser. Steps run one
 * after the other, each in as many processes as it likes; all of them run, so that one failure does not hide another.
 * `npm test -- types lint shared api web e2e` runs only those named.
 */
const STEPS = {
  types: checkTypes,
  lint,
  shared: () => jest('libs/shared'),
  api: () => jest('apps/api'),
  web: () => jest('apps/web'),
  e2e: playwright,
};

const names = process.argv.slice(2);
const chosen = names.length > 0 ? names : Object.keys(STEPS);
const unknown = chosen.filter(name => !(name in STEPS));
if (unknown.length > 0) {
  console.error(`Non conosco: ${unknown.join(', ')}. Si può scegliere tra: ${Object.keys(STEPS).join(', ')}.`);
  process.exit(2);
}

endWithChildren();
await buildStale();
const SLOWEST = 12;
const results = [];
for (const name of chosen) {
  const start = performance.now();
  console.log(`\n=== ${name}`);
  const result = await STEPS[name]();
  const seconds = (performance.now() - start) / 1000;
  console.log(`=== ${name}: ${result.passed} passed, ${result.failed} failed, ${seconds.toFixed(0)} s`);
  results.push({ ...result, name, seconds });
}
const line = ({ name, seconds }) => `${seconds.toFixed(1).padStart(8)} s  ${name}`;
console.log(`\n=== where the time went\n${results.map(line).join('\n')}`);
const slowest = results.flatMap(result => result.times).sort((a, b) => b.seconds - a.seconds);
console.log(`of which\n${slowest.slice(0, SLOWEST).map(line).join('\n')}`);
// Last, so that who reads only the end of a long log finds the names of what is wrong.
const wrong = results.flatMap(result => result.wrong);
if (wrong.length > 0) console.log(`\n=== not passed\n${wrong.map(name => `  ${name}`).join('\n')}`);
const total = key => results.reduce((n, result) => n + result[key], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') > 0 ? 1 : 0;
