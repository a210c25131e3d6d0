/** The whole product in a process of its own, for tests that kill it: `portal-host.ts <database> <variables as JSON>`. Prints its port. */
import 'reflect-metadata';
import { createApp } from '../../src/create-app.js';
import { testConfig } from '../app.js';

const [url = '', overrides = '{}'] = process.argv.slice(2);
const { app } = await createApp(testConfig(url, JSON.parse(overrides) as Record<string, string>), url, { site: null });
await app.listen(0, '127.0.0.1');
console.log((app.getHttpServer().address() as { port: number }).port);
