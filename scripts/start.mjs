import { requireNode } from './lib/node-version.mjs';

requireNode();
const { staleParts } = await import('./lib/sources.mjs');
if (staleParts().length > 0) {
  const { endWithChildren } = await import('./lib/children.mjs');
  const { buildStale } = await import('./lib/build.mjs');
  endWithChildren();
  await buildStale();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
}
// In this very process: a signal reaches the portal itself, and no child is ever left behind.
await import('../dist/apps/api/src/main.js');
