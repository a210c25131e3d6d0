import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../platform/config/config.js';
import { Buckets, rateOf } from '../platform/http/connections/buckets.js';
import { Bus } from '../platform/realtime/bus.js';
import { Pages } from '../platform/ssr/pages.js';
import type { Site } from '../platform/ssr/site.js';
import { MotoriQueries } from './motori.queries.js';
import { robotsRoute } from './robots.js';
import { SitemapSource } from './sitemap.source.js';

/** Sitemaps stand beside the API, as pages do: the same for everybody. */
export function mountMotori(app: NestFastifyApplication, config: Config, site: Site | null): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const source = new SitemapSource(app.get(MotoriQueries, { strict: false }), config, () => site?.routes() ?? Promise.resolve(null));
  const mappe = new Pages(config, source, { toMake: new Buckets(rateOf(config)) });
  mappe.follow(app.get(Bus));
  if (site !== null) robotsRoute(fastify, site.files, config.publicOrigin);
  for (const url of ['/sitemap.xml', '/sitemap/*'])
    fastify.route({
      method: ['GET', 'HEAD'],
      url,
      config: { ownHeaders: true, label: '(sitemap)' },
      handler: (request, reply) => mappe.serve(request, reply),
    });
}
