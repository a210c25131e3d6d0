import type { ProblemCode } from '@tavoli/shared';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';
import { codeOf } from '../problem/answered.js';
import { eventOfStatus, securityEvent } from './security-events.js';

/** Routes whose answers are told together: the files of the site. */
const routeOf = (request: FastifyRequest): string =>
  request.is404 ? '(nessuna)' : ((request.routeOptions.config as { label?: string }).label ?? request.routeOptions.url ?? '(nessuna)');

/** What is answered to whoever uses a mailed link that is wrong, used or old. */
const WRONG_LINKS: ReadonlySet<string> = new Set<ProblemCode>(['collegamento.non_valido', 'collegamento.scaduto']);

/** One line a request: what was asked by pattern, how it ended, how long it took. Never who asked, nor with which URL. */
export function recordRequests(fastify: FastifyInstance, log: Log, metrics: () => Metrics | null): void {
  const logs = log.logsRequests;
  fastify.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done) => {
    const { method } = request;
    const { statusCode } = reply.raw;
    const ms = reply.elapsedTime;
    if (logs)
      log.fields({ id: request.id, method, route: routeOf(request), status: statusCode, ms: Math.round(ms * 10) / 10 }, 'richiesta');
    const said = codeOf(reply.raw);
    const event = WRONG_LINKS.has(said.code ?? '') ? 'segreto.non_valido' : eventOfStatus(statusCode);
    if (event !== null) securityEvent(event, request.ip, { id: request.id, route: routeOf(request), ...said });
    metrics()?.answered(method, routeOf(request), statusCode, ms / 1000);
    done();
  });
}
