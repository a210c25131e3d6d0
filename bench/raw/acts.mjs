import pg from 'pg';
import { serve } from './serve.mjs';

/** The same statements of each act, in the same order on one connection, transaction included; and the same answer. */
await serve(({ url, pool: max, acts, headers }) => {
  const pool = new pg.Pool({ connectionString: url, max });
  const byPath = new Map(acts.map(act => [act.path, act]));
  return (request, response) => {
    request.resume().once('end', async () => {
      const { statements, body } = byPath.get(request.url);
      const client = await pool.connect();
      try {
        for (const { text, values } of statements) await client.query(text, values);
      } finally {
        client.release();
      }
      response.writeHead(200, headers);
      response.end(body);
    });
  };
});
