/** A test run that somebody kills: prints its server's address, and waits. */
import { SERVER_VARIABLE, startRunServer } from './run-server.js';

delete process.env['TEST_DATABASE_URL'];
delete process.env['DATABASE_URL'];
await startRunServer();
console.log(process.env[SERVER_VARIABLE]);
setInterval(() => undefined, 60_000);
