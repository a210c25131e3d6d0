import { requireNode } from './lib/node-version.mjs';

requireNode();
const { endWithChildren } = await import('./lib/children.mjs');
const { buildStale } = await import('./lib/build.mjs');
endWithChildren();
await buildStale();
