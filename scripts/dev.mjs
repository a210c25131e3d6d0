import { requireNode } from './lib/node-version.mjs';

requireNode();
const { endWithChildren, runNode } = await import('./lib/children.mjs');
const { buildStale } = await import('./lib/build.mjs');
const API_PORT = '3000'; // where apps/web/proxy.conf.json looks for it

endWithChildren();
await buildStale(['shared', 'api']);
console.log('Sviluppo: il sito su http://localhost:4200, l’API dietro; ogni modifica si vede subito. Ctrl-C per fermare.');
const children = [
  runNode(['node_modules/typescript/bin/tsc', '-b', 'apps/api', '--watch', '--preserveWatchOutput']),
  runNode(['--watch', '--watch-preserve-output', 'dist/apps/api/src/main.js'], { env: { PORT: API_PORT } }),
  runNode(['node_modules/nx/dist/bin/nx.js', 'run', 'web:serve', '--excludeTaskDependencies', '--outputStyle=static'], {
    env: { NX_DAEMON: 'false', NX_TUI: 'false', NG_CLI_ANALYTICS: 'false', PORT: '4200' },
  }),
];
// None of the three ends by itself: if one does, the others are of no use.
await Promise.race(children.map(child => child.ended));
console.error('Uno dei programmi si è fermato: fermo anche gli altri.');
process.kill(process.pid, 'SIGTERM');
