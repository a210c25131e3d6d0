import { runNode } from './children.mjs';
import { fingerprint, staleParts, writeStamp } from './sources.mjs';

const TSC = 'node_modules/typescript/bin/tsc';
const NX = 'node_modules/nx/dist/bin/nx.js';
const NX_ENV = { NX_DAEMON: 'false', NX_TUI: 'false', NG_CLI_ANALYTICS: 'false' };

const STEPS = {
  shared: () => runNode([TSC, '-b', 'libs/shared'], { quiet: true }).ended,
  api: () => runNode([TSC, '-b', 'apps/api'], { quiet: true }).ended,
  web: () => runNode([NX, 'run', 'web:build', '--outputStyle=static'], { env: NX_ENV, quiet: true }).ended,
};

const ITALIAN = { shared: 'le regole comuni', api: "l'API", web: 'il sito' };

/**
 * Builds what has changed: the shared rules first, then what stands on them side by side. Ends the process where a build fails; else tells whether
 * there was anything to do. Nx builds the shared rules again for the site, and must find nothing to write: what it restored from its cache, it would
 * take from under the API (so they are not cached there).
 */
export async function buildStale(only = ['shared', 'api', 'web']) {
  const stale = staleParts().filter(name => only.includes(name));
  if (stale.length === 0) return false;
  const start = performance.now();
  console.log(`Preparo ${stale.map(name => ITALIAN[name]).join(', ')}…`);
  if (stale.includes('shared')) await build('shared');
  await Promise.all(stale.filter(name => name !== 'shared').map(build));
  console.log(`Fatto in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
  return true;
}

async function build(name) {
  const stamp = fingerprint(name);
  const { ok, output } = await STEPS[name]();
  if (!ok) {
    console.error(`${output.trim()}\n\nNon sono riuscito a costruire ${ITALIAN[name]}: gli errori sono qui sopra.`);
    process.exit(1);
  }
  writeStamp(name, stamp);
}
