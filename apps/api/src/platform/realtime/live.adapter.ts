import { Logger, type INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { createAdapter } from '@socket.io/postgres-adapter';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server, ServerOptions } from 'socket.io';
import type { Config } from '../config/config.js';
import { clientAddress } from '../http/client-address.js';
import { Holders } from '../http/connections/holders.js';
import { hostCheck } from '../http/hosts.js';
import { isOwnOrigin } from '../http/own-origin.js';
import { apiHeaders } from '../http/security-headers.js';
import { securityEvent } from '../ops/security-events.js';
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

interface EngineSession {
  readonly request: IncomingMessage;
  once(event: 'close', heard: () => void): void;
}

/** socket.io on the same server as the API, its replicas joined through PostgreSQL. */
export class LiveIoAdapter extends IoAdapter {
  private readonly connections: LiveConnections;
  /** Sessions of the channel outlive the requests that open them: they are counted apart. */
  private readonly sessions: Holders;
  private readonly opening = new WeakMap<IncomingMessage, () => void>();

  constructor(
    app: INestApplicationContext,
    private readonly config: Config,
    databaseUrl: string,
  ) {
    super(app);
    this.connections = new LiveConnections(databaseUrl);
    this.sessions = new Holders(config.connectionsPerAddress);
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
    server.engine.on('connection', (session: EngineSession) => {
      const release = this.opening.get(session.request);
      this.opening.delete(session.request);
      if (release !== undefined) session.once('close', release);
    });
    return server;
  }

  override async close(server: Server): Promise<void> {
    await super.close(server);
    await this.connections.close();
  }

  /** Whether its network may hold one more session; that of a request which opens none in the end is given back with its socket. */
  private mayOpen(request: IncomingMessage): boolean {
    if (request.url?.includes('sid=') === true) return true;
    const release = this.sessions.take(clientAddress(request, this.config));
    if (release === null) return false;
    this.opening.set(request, release);
    request.socket.once('close', () => this.opening.get(request)?.());
    return true;
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
      const ours = own && isHost(host);
      if (!ours) securityEvent('canale.rifiutato', clientAddress(request, this.config));
      const allowed = ours && this.mayOpen(request);
      answer(allowed ? null : 'origin', allowed);
    };
  }
}
