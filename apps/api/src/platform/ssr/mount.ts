import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Kinds } from '../procedura/kinds.js';
import { Places } from '../access/places.js';
import type { Config } from '../config/config.js';
import { Buckets, rateOf } from '../http/connections/buckets.js';
import { Bus } from '../realtime/bus.js';
import { Existence } from './existence.js';
import type { InHead } from './head.js';
import { InternalApi } from './internal-api.js';
import { ambitoOf, pageKey, type PageParameters } from './cache/page-key.js';
import { Pages } from './pages.js';
import { Renderer } from './renderer.js';
import { fileRoutes, pageRoutes } from './site.routes.js';
import type { Site } from './site.js';

/** What the features say of the pages. */
interface Told {
  /** What the addresses of lists may ask. */
  readonly parameters: PageParameters;
  /** What a page says of itself to programs. */
  readonly inHead: InHead;
}

/** Joins the built site to the application: its files, its pages, and the way its renderer reads the API. */
export function mountSite(app: NestFastifyApplication, config: Config, site: Site | null, told: Told): Pages | null {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  if (site === null) {
    pageRoutes(fastify, null);
    return null;
  }
  const api = new InternalApi(fastify, new URL(config.publicOrigin).host);
  const threads = site.renderer(async () => ({ INTERNAL_API_ORIGIN: await api.origin(), PUBLIC_ORIGIN: config.publicOrigin }));
  const renderer = new Renderer(site, config, threads, told.inHead);
  const routes = remembered(site.routes);
  const nest = app as INestApplicationContext;
  const existence = new Existence(nest.get(Kinds, { strict: false }), nest.get(Places, { strict: false }), routes);
  const source = {
    keyOf: (url: string) => pageKey(url, told.parameters),
    ambitoOf,
    page: (key: string, wanted: () => boolean) => renderer.page(key, wanted),
    standIn: (key: string) => existence.standIn(key),
  };
  const pages = new Pages(config, source, { toMake: new Buckets(rateOf(config)) });
  pages.follow(nest.get(Bus));
  fileRoutes(fastify, site.files);
  pageRoutes(fastify, pages);
  fastify.addHook('onClose', async () => {
    await threads.close();
    await api.close();
  });
  return pages;
}

/** Reads once; a reading that fails is tried again. */
function remembered<T>(read: () => Promise<T>): () => Promise<T> {
  let known: { readonly value: T } | undefined;
  return async () => (known ??= { value: await read() }).value;
}
