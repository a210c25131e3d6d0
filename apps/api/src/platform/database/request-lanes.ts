import type { FastifyInstance, FastifyRequest } from 'fastify';
import { newWork, RICHIESTE, within, type Work } from './lanes.js';

/** Each request is work of the lane of its route. */
export function requestLanes(fastify: FastifyInstance): void {
  const works = new WeakMap<FastifyRequest, Work>();
  fastify.addHook('onRequest', (request, _, done) => {
    const work = newWork(`${request.method} ${request.routeOptions.url ?? '*'}`, RICHIESTE);
    works.set(request, work);
    within(work, done);
  });
  // The body came by events of the connection, which know nothing of the request.
  fastify.addHook('preValidation', (request, _, done) => {
    const work = works.get(request);
    if (work) within(work, done);
    else done();
  });
}
