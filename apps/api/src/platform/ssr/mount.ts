import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.js';
import { Bus } from '../realtime/bus.js';
import { InternalApi } from './internal-api.js';
import { ambitoOf, pageKey } from './page-key.js';
import { Pages } from './pages.js';
import { Renderer } from './renderer.js';
import { fileRoutes, pageRoutes } from './site.routes.js';
import type { Site } from './site.js';

/** Joins the built site to the application: its files, its pages, and the way its renderer reads the API. */
export function mountSite(app: NestFastifyApplication, config: Config, site: Site | null): Pages | null {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  if (site === null) {
    pageRoutes(fastify, null);
    return null;
  }
  const api = new InternalApi(fastify, new URL(config.publicOrigin).host);
  const renderer = new Renderer(site, config, () => introduce(api, config));
  const pages = new Pages(config, { keyOf: url => pageKey(url), ambitoOf, page: key => renderer.page(key) });
  pages.follow((app as INestApplicationContext).get(Bus));
  fileRoutes(fastify, site.files);
  pageRoutes(fastify, pages);
  fastify.addHook('onClose', () => api.close());
  return pages;
}

/** The renderer is a bundle of its own: the environment is the only place it can learn these from. */
async function introduce(api: InternalApi, config: Config): Promise<void> {
  process.env['INTERNAL_API_ORIGIN'] = await api.origin();
  process.env['PUBLIC_ORIGIN'] = config.publicOrigin;
}
