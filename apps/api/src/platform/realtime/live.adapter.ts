import { Logger, type INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { createAdapter } from '@socket.io/postgres-adapter';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server, ServerOptions } from 'socket.io';
import type { Config } from '../config/config.js';
import { hostCheck } from '../http/hosts.js';
import { isOwnOrigin } from '../http/own-origin.js';
import { apiHeaders } from '../http/security-headers.js';
import { LiveConnections } from './live.connections.js';

/** Clients only listen: what they may send is a handshake and pongs. */
const LIMITS: Partial<ServerOptions> = {
  maxHttpBufferSize: 16_000,
  connectTimeout: 10_000,
  perMessageDeflate: false,
  httpCompression: false,
  serveClient: false,
  cookie: false,
};

/** socket.io on the same server as the API, its replicas joined through PostgreSQL. */
export class LiveIoAdapter extends IoAdapter {
  private readonly connections: LiveConnections;

  constructor(
    app: INestApplicationContext,
    private readonly config: Config,
    databaseUrl: string,
  ) {
    super(app);
    this.connections = new LiveConnections(databaseUrl);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const server = super.createIOServer(port, {
      ...options,
      ...LIMITS,
      path: '/socket.io',
      allowRequest: this.allowRequest(),
    } as ServerOptions) as Server;
    const logger = new Logger('Live');
    server.adapter(
      createAdapter(this.connections.forAdapter(), { errorHandler: error => logger.warn(`socket.io adapter: ${error.message}`) }),
    );
    const headers = Object.entries(apiHeaders(this.config));
    // socket.io answers its own requests before Fastify sees them.
    server.engine.use((_: IncomingMessage, response: ServerResponse, next: () => void) => {
      for (const [name, value] of headers) response.setHeader(name, value);
      next();
    });
    return server;
  }

  override async close(server: Server): Promise<void> {
    await super.close(server);
    await this.connections.close();
  }

  /** No browser lets another site's page hide its Origin from a WebSocket, and a page of ours sends it or `Sec-Fetch-Site`. */
  private allowRequest(): ServerOptions['allowRequest'] {
    const isHost = hostCheck(this.config);
    return (request, answer) => {
      const { host, origin, upgrade, 'sec-fetch-site': site } = request.headers;
      const own =
        origin === undefined
          ? upgrade === undefined && (site === undefined || site === 'same-origin')
          : isOwnOrigin(this.config, origin, host);
      const allowed = own && isHost(host);
      answer(allowed ? null : 'origin', allowed);
    };
  }
}
