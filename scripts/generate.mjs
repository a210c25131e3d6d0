import { requireNode } from './lib/node-version.mjs';

requireNode();
const { runNode } = await import('./lib/children.mjs');

/** Writes again what is made from the code and committed: docs/PERMISSIONS.md, docs/MAILS.md, docs/DATA-MODEL.md, openapi.json, and the reviewed matrix of permissions. */
const args = ['node_modules/jest/bin/jest.js', '-c', 'apps/api/jest.config.js', 'testing/documents', 'testing/security/matrix'];
const { ok } = await runNode(args, { env: { UPDATE_GOLDEN: '1' } }).ended;
process.exitCode = ok ? 0 : 1;
