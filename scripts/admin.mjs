import { requireNode } from './lib/node-version.mjs';

requireNode();
const { endWithChildren } = await import('./lib/children.mjs');
const { buildStale } = await import('./lib/build.mjs');
endWithChildren();
await buildStale(['shared', 'api']);
const { admin } = await import('../dist/apps/api/src/cli/admin.js');
process.exitCode = await admin(process.argv.slice(2), process.env);
