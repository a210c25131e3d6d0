import { requireNode } from './lib/node-version.mjs';

requireNode();
const { endWithChildren } = await import('./lib/children.mjs');
const { buildStale } = await import('./lib/build.mjs');
endWithChildren();
await buildStale(['shared', 'api']);
const { resetDemo } = await import('../dist/apps/api/src/platform/ops/reset-demo.js');
process.exitCode = await resetDemo(process.env);
