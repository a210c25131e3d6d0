/**
 * Keeps what an installation holds, for the tests of the migrations to come. Before the first migration after a release, beside the running demo
 * of that release: `node --import ./apps/api/testing/nest-hooks.mjs apps/api/testing/upgrade/make.ts <its data folder> <its origin>`.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded/index.js';
import { onServer } from '../run-server.js';
import { crawl } from './crawl.js';
import { takeDump, type Dump } from './dump.js';

const [folder = 'data', origin = 'http://localhost:3000'] = process.argv.slice(2);
const addresses = await crawl(origin);
const dataDir = resolve(folder);
const server = await startEmbeddedPostgres({ dataDir }); // joins the one that runs
const dump: Dump = { ...(await onServer(server.url, client => takeDump(client, dataDir))), addresses };
await server.stop();
const file = join(import.meta.dirname, `${/\d{2}$/.exec(dump.migrations.at(-1) ?? '')?.[0]?.padStart(4, '0')}.json.gz`);
writeFileSync(file, gzipSync(JSON.stringify(dump), { level: 9 }));
console.log(`${file}: ${addresses.length} addresses, ${Object.keys(dump.files).length} files`);
