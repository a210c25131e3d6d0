/**
 * A process of its own around an embedded server, for tests that kill it. Prints a line of JSON when the server answers; with `write`,
 * also the number of each row once its commit is acknowledged. SIGTERM: leaves the server and ends.
 */
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/platform/database/embedded/index.js';

const [dataDir = '', task] = process.argv.slice(2);
const server = await startEmbeddedPostgres({ dataDir });
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
console.log(JSON.stringify({ url: server.url, firstStart: server.firstStart }));

if (task === 'write') {
  const client = new pg.Client({ connectionString: server.url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS ricevuta (n integer PRIMARY KEY)');
  const { rows } = await client.query<{ n: number }>('SELECT coalesce(max(n), 0) AS n FROM ricevuta');
  for (let n = (rows[0]?.n ?? 0) + 1; ; n += 1) {
    await client.query('INSERT INTO ricevuta VALUES ($1)', [n]);
    console.log(String(n));
  }
}
