import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { ProblemError } from '../problem/problem.error.js';
import { sendProblem } from '../problem/problem.filter.js';
import { watchBody } from './body-deadline.js';
import { hostCheck } from './hosts.js';
import { apiHeaders } from './security-headers.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route writes its own headers, security ones included. */
    ownHeaders?: boolean;
    /** Answers on any Host: probes ask by address. */
    anyHost?: boolean;
    /** How logs and metrics call it, instead of its pattern. */
    label?: string;
  }
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const ALLOW = METHODS.join(', ');

/** What every request meets first, whatever it asks for: known method, known host, headers that no answer may lack. */
export function frontDoor(fastify: FastifyInstance, config: Config): void {
  const isHost = hostCheck(config);
  const headers = Object.entries(apiHeaders(config));
  const methods = new Set(METHODS);
  const dress = (request: FastifyRequest, reply: FastifyReply): void => {
    for (const [name, value] of headers) reply.raw.setHeader(name, value);
    reply.raw.setHeader('X-Request-Id', request.id);
  };
  fastify.addHook('onRequest', (request, reply, done) => {
    const { config: route } = request.routeOptions;
    const allowed = methods.has(request.method);
    const known = allowed && (route.anyHost === true || isHost(request.headers.host));
    if (known && route.ownHeaders === true) return done();
    dress(request, reply);
    if (known) {
      watchBody(request, reply);
      return done();
    }
    if (!allowed) void reply.header('Allow', ALLOW);
    sendProblem(reply, request.id, new ProblemError(allowed ? 'richiesta.host_sconosciuto' : 'richiesta.metodo_non_ammesso'));
  });
}
