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
const totals = { passed: 0, failed: 0 };
for (const name of chosen) {
  const start = performance.now();
  console.log(`\n=== ${name}`);
  const { passed, failed } = await STEPS[name]();
  totals.passed += passed;
  totals.failed += failed;
  console.log(`=== ${name}: ${passed} passed, ${failed} failed, ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;
