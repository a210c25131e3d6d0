import pg from 'pg';
import { serve } from './serve.mjs';

/** The same statements, the same JSON made of the rows of the last, the same headers. */
await serve(({ url, pool: max, statements, limit, headers }) => {
  const pool = new pg.Pool({ connectionString: url, max });
  return async (request, response) => {
    let rows = [];
    for (const { text, values } of statements) ({ rows } = await pool.query(text, values));
    const body = Buffer.from(JSON.stringify({ items: rows, limit, nextCursor: null }));
    response.writeHead(200, [...headers, 'Content-Length', String(body.length)]);
    response.end(body);
  };
});
