import { transformSync } from '@swc/core';
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import jest from '../jest.config.js';
import './ts-hooks.mjs';

const [, { jsc }] = jest.transform['^.+\\.ts$'];
const shared = new URL('../../../libs/shared/src/index.ts', import.meta.url).href;

/** Lets a program that a test starts in order to kill it run NestJS classes from their source: decorators need more than Node's own stripping of types. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@tavoli/shared' ? { url: shared, shortCircuit: true } : next(specifier, context),
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      filename,
      jsc,
      module: { type: 'es6' },
      sourceMaps: 'inline',
      swcrc: false,
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
