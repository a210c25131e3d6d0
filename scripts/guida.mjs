import { requireNode } from './lib/node-version.mjs';

requireNode();
const { endWithChildren, runNode } = await import('./lib/children.mjs');
const { buildStale } = await import('./lib/build.mjs');

/** Takes again the pictures of docs/guida, and of the film in the README, from the demo and in a real browser. */
endWithChildren();
await buildStale();
const args = ['node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e/playwright.config.ts', '--workers=1', 'guida', 'film'];
const { ok } = await runNode(args, { env: { GUIDA: '1' } }).ended;
process.exitCode = ok ? 0 : 1;
