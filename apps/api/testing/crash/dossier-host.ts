/** A worker in a process of its own, for tests that kill it: `dossier-host.ts <database> <folder of files>`. Makes what waits, and ends. */
import 'reflect-metadata';
import { createApp } from '../../src/create-app.js';
import { DossierWorker } from '../../src/piani/dossier/dossier.worker.js';
import { testConfig } from '../app.js';

const [url = '', dataDir = ''] = process.argv.slice(2);
const { app } = await createApp(testConfig(url, { DATA_DIR: dataDir }), url, { site: null });
await app.init();
await app.get(DossierWorker).lavora();
await app.close();
