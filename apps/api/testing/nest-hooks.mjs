import { transformSync } from '@swc/core';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { enableCompileCache, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsc } from './swc.mjs';
import './ts-hooks.mjs';

const shared = new URL('../../../libs/shared/src/index.ts', import.meta.url).href;

/** Thrown away with the packages it was compiled by. */
const KEPT = fileURLToPath(new URL('../../../node_modules/.cache/tavoli-test-hosts', import.meta.url));
mkdirSync(KEPT, { recursive: true });
enableCompileCache(KEPT);

/** Lets tests, and the programs that they start in order to kill them, run NestJS classes from their source. */
registerHooks({
  resolve: (specifier, context, next) => (specifier === '@tavoli/shared' ? { url: shared, shortCircuit: true } : next(specifier, context)),
  load(url, context, next) {
    // What runs tests asks for a file anew by adding a query to its name.
    if (!/^file:[^?]*\.ts(?:\?|$)/.test(url) || url.includes('/node_modules/')) return next(url, context);
    const filename = fileURLToPath(url);
    return { format: 'module', source: compiled(filename), shortCircuit: true };
  },
});

/** Dozens of programs are started to be killed, each of the same sources: what one has compiled the next finds. */
function compiled(filename) {
  const source = readFileSync(filename, 'utf8');
  const kept = join(KEPT, `${createHash('sha256').update(`${filename}\0${source}`).digest('hex')}.mjs`);
  try {
    return readFileSync(kept, 'utf8');
  } catch {
    const { code } = transformSync(source, { filename, jsc, module: { type: 'es6' }, sourceMaps: 'inline', swcrc: false });
    keep(kept, code);
    return code;
  }
}

/** A program that may not write (a test takes the room away) still runs. */
function keep(kept, code) {
  const draft = `${kept}.${process.pid}`;
  try {
    writeFileSync(draft, code);
    renameSync(draft, kept);
  } catch {
    rmSync(draft, { force: true });
  }
}
