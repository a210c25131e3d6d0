import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './workspace.mjs';

const SHARED = ['tsconfig.base.json', 'package-lock.json', 'libs/shared/src', 'libs/shared/tsconfig.json', 'libs/shared/package.json'];

/** Each part of the product: what it is built from, and a file that proves it was. */
export const PARTS = {
  shared: { sources: SHARED, result: 'libs/shared/dist/index.js' },
  api: {
    sources: [...SHARED, 'apps/api/src', 'apps/api/migrations', 'apps/api/tsconfig.json'],
    result: 'dist/apps/api/src/main.js',
  },
  web: {
    sources: [
      ...SHARED,
      'nx.json',
      'apps/web/src',
      'apps/web/public',
      'apps/web/tools',
      'docs/guida/immagini',
      'apps/web/project.json',
      'apps/web/tsconfig.json',
      'apps/web/tsconfig.app.json',
    ],
    result: 'dist/apps/web/server/server.mjs',
  },
};

const STAMPS = join(ROOT, 'dist/.build');
const IS_TEST = /\.spec\.ts$/;

/** In a container's image, and wherever only what was built has been copied, there is nothing to build from. */
const IS_CHECKOUT = existsSync(join(ROOT, 'tsconfig.base.json'));

/** The names of the parts whose sources have changed since they were built. */
export function staleParts() {
  if (!IS_CHECKOUT) return [];
  return Object.keys(PARTS).filter(name => !existsSync(join(ROOT, PARTS[name].result)) || readStamp(name) !== fingerprint(name));
}

/** Taken before a build, so that what is saved while it runs counts as changed. */
export function fingerprint(name) {
  const hash = createHash('sha256');
  for (const source of PARTS[name].sources) visit(join(ROOT, source), hash);
  return hash.digest('hex');
}

export function writeStamp(name, stamp) {
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(join(STAMPS, name), stamp);
}

function readStamp(name) {
  const file = join(STAMPS, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Size and time of each file: to read them all would take longer than to start. */
function visit(path, hash) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isDirectory()) return void hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
  for (const name of readdirSync(path).sort()) if (!IS_TEST.test(name)) visit(join(path, name), hash);
}
