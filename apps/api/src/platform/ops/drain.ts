import type { Server } from 'node:http';

const PATIENCE_MS = 10_000;

/** Stops accepting connections and waits for the requests under way; after ten seconds it cuts what is left. */
export async function drain(server: Server): Promise<void> {
  if (!server.listening) return;
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  // A connection that is kept alive ends with the answer it is giving.
  server.prependListener('request', (_, response) => response.setHeader('Connection', 'close'));
  server.close(() => resolve());
  server.closeIdleConnections();
  const cut = setTimeout(() => {
    server.closeAllConnections();
    resolve(); // WebSockets are not among them: they end with the process
  }, PATIENCE_MS);
  const sweep = setInterval(() => server.closeIdleConnections(), 200).unref();
  await closed;
  clearTimeout(cut);
  clearInterval(sweep);
}
