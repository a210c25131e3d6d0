import { serve } from './serve.mjs';

/** The same bytes and headers, and nothing else. */
await serve(({ headers, body }) => (request, response) => {
  response.writeHead(200, headers);
  response.end(body);
});
