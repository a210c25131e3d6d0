import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { markInternal } from '../http/internal.js';
import { remember } from '../remember.js';

/**
 * Where the renderer asks for the data of a page: the same API on a loopback port of its own. It answers as to the public, whatever
 * is sent: no cookie or credential gets through, and only reading is possible.
 */
export class InternalApi {
  private server: Server | undefined;
  /** Its origin; it starts at the first call. */
  readonly origin = remember(() => this.open());

  constructor(
    private readonly fastify: FastifyInstance,
    private readonly publicHost: string,
  ) {}

  async close(): Promise<void> {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async open(): Promise<string> {
    const server = createServer((request, response) => {
      if (request.method !== 'GET' || !request.url?.startsWith('/api/')) return void response.writeHead(404).end();
      this.fastify.routing(this.asPublic(request), response);
    });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
    await promise;
    this.server = server;
    server.unref();
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  private asPublic(request: IncomingMessage): IncomingMessage {
    markInternal(request);
    const { accept } = request.headers;
    request.headers = { host: this.publicHost, ...(accept === undefined ? {} : { accept }) };
    return request;
  }
}
