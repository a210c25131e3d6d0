import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Pages } from './pages.js';

const YEAR = 'public, max-age=31536000, immutable';
const DAY = 'public, max-age=86400';
/** The build names these by their content. */
const HASHED = /(?:-[A-Za-z0-9_-]{8}\.(?:js|css)|\/media\/.+)$/;
/** The build writes these for the server, or beside the file they are a form of; what programs may visit is told with the address of the sitemap, by a route of its own. */
const NOT_SERVED = ['robots.txt', '**/*.html', '**/*.gz', '**/*.br', '**/*.map'];

/** The files of the built site, one route each: no address can ever reach another file. */
export function fileRoutes(fastify: FastifyInstance, folder: string): void {
  void fastify.register(async scope => {
    scope.addHook('onRoute', route => {
      route.config = { ...route.config, label: '(file)' };
    });
    await scope.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      globIgnore: NOT_SERVED,
      index: false,
      preCompressed: true,
      cacheControl: false,
      decorateReply: false,
      setHeaders: (reply, path) => void reply.header('Cache-Control', HASHED.test(path.replace(/\.(?:gz|br)$/, '')) ? YEAR : DAY),
    });
  });
}

/** Whatever no other route takes is a page; under `/api` it is nothing. */
export function pageRoutes(fastify: FastifyInstance, pages: Pages | null): void {
  fastify.route({ method: ['GET', 'HEAD'], url: '/api/*', handler: (_, reply) => reply.callNotFound() });
  if (pages === null) return;
  fastify.route({
    method: ['GET', 'HEAD'],
    url: '/*',
    config: { ownHeaders: true, label: '(pagina)' },
    handler: (request, reply) => pages.serve(request, reply),
  });
}
