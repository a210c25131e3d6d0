import { STATUS_CODES, type ServerOptions } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import { PROBLEMS, type Problem, type ProblemCode } from '@tavoli/shared';
import type { Config } from '../config/config.js';
import { requestIds } from '../ops/request-id.js';
import { ProblemError } from '../problem/problem.error.js';
import { eventOfStatus, securityEvent } from '../ops/security-events.js';
import { sendProblem } from '../problem/problem.filter.js';
import { apiHeaders, type Headers } from './security-headers.js';
import { trusted } from './trust.js';

export interface Deadlines {
  /** From the opening of a connection, or the first byte of a later request, to the end of its headers. */
  readonly headersMs: number;
  /** For the whole of a request, uploads included: other bodies have less (see `body-deadline.ts`). */
  readonly requestMs: number;
  /** How long nothing may move on a connection, in either direction. */
  readonly idleMs: number;
  /** How often the first two are looked at: Node's own half minute would make ten seconds forty. */
  readonly lookEveryMs: number;
}

export const DEADLINES: Deadlines = { headersMs: 10_000, requestMs: 300_000, idleMs: 120_000, lookEveryMs: 1000 };
/** Our largest form is a tenth of this. Uploads have their own limit. */
const BODY_BYTES = 256 * 1024;

/** Everything about the server that is not a route. */
export function fastifyOptions(config: Config, deadlines: Deadlines = DEADLINES): FastifyServerOptions & { http: ServerOptions } {
  const headers = apiHeaders(config);
  return {
    logger: false,
    genReqId: requestIds(config.trustProxy),
    requestIdHeader: false,
    trustProxy: trusted(config.trustProxy),
    bodyLimit: BODY_BYTES,
    requestTimeout: deadlines.requestMs,
    connectionTimeout: deadlines.idleMs,
    // While the process ends, what was accepted is still served (with `Connection: close`).
    return503OnClosing: false,
    // A request without Host is refused by us, with all the headers of a refusal.
    http: {
      headersTimeout: deadlines.headersMs,
      requestTimeout: deadlines.requestMs,
      connectionsCheckingInterval: deadlines.lookEveryMs,
      requireHostHeader: false,
    },
    frameworkErrors: (error, request, reply) => malformed(headers, error, request, reply),
    clientErrorHandler: (error, socket) => unreadable(headers, error, socket),
  };
}

/** What the router refuses before any hook runs: an URL that cannot be decoded, or with an endless segment. */
function malformed(headers: Headers, error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers(headers);
  sendProblem(reply, request.id, new ProblemError(error.statusCode === 400 ? 'richiesta.illeggibile' : 'risorsa.non_trovata'));
}

const STATUS_OF: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
  HPE_INVALID_METHOD: 405,
};

/** What is not even HTTP, or comes too slowly. There is no request to answer: only a socket. */
function unreadable(headers: Headers, error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status = STATUS_OF[error.code ?? ''] ?? 400;
  const event = eventOfStatus(status);
  if (event !== null) securityEvent(event, socket.remoteAddress ?? '');
  const body = rawProblem(status === 405 ? 'richiesta.metodo_non_ammesso' : 'richiesta.illeggibile', status);
  const lines = Object.entries({
    ...headers,
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  });
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`);
}

/** Problem details for where Fastify is not there to send them. */
export function rawProblem(code: ProblemCode, status: number = PROBLEMS[code][0], requestId?: string): string {
  const problem: Problem = { type: `/problemi#${code}`, title: PROBLEMS[code][1], status, code, instance: requestId };
  return JSON.stringify(problem);
}
