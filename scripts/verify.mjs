import { requireNode } from './lib/node-version.mjs';

requireNode();
const { endWithChildren } = await import('./lib/children.mjs');
const { buildStale } = await import('./lib/build.mjs');
endWithChildren();
await buildStale(['shared', 'api']);
const { verify } = await import('../dist/apps/api/src/cli/verify.js');
process.exitCode = await verify(process.env, process.argv.slice(2));
