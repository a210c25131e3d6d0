import { requireNode } from './lib/node-version.mjs';

requireNode();
const { endWithChildren } = await import('./lib/children.mjs');
const { buildStale } = await import('./lib/build.mjs');
endWithChildren();
if (!(await buildStale())) console.log('Niente da costruire: è già tutto pronto.');
