import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { AppModule } from './app.module.js';
import { mountCalendari } from './calendari/mount.js';
import { PAGE_PARAMETERS } from './page-parameters.js';
import type { Config } from './platform/config/config.js';
import { followRequests } from './platform/http/asking.js';
import { boundConnections } from './platform/http/connections/connections.js';
import { fastifyOptions, type Deadlines } from './platform/http/fastify-options.js';
import { requestLanes } from './platform/database/request-lanes.js';
import { frontDoor } from './platform/http/front-door.js';
import { recordRequests } from './platform/ops/access-log.js';
import { Health } from './platform/ops/health.js';
import { Log } from './platform/ops/log.js';
import type { Metrics } from './platform/ops/metrics.js';
import { healthRoutes } from './platform/ops/ops.routes.js';
import { LiveIoAdapter } from './platform/realtime/live.adapter.js';
import { mountMotori } from './motori/mount.js';
import { MotoriQueries } from './motori/motori.queries.js';
import { inTesta } from './motori/testa.js';
import { mountSite } from './platform/ssr/mount.js';
import { builtSite, type Site } from './platform/ssr/site.js';
import { mountUnClic } from './platform/http/un-clic.js';
import { Rinunce } from './promemoria/rinunce.js';
import { SeguitiService } from './seguiti/seguiti.service.js';
import type { Pages } from './platform/ssr/pages.js';

/** A form that sends a file sends nothing else; how large it may be is the business of who receives it. */
const ONE_FILE = { files: 1, fields: 0, parts: 1, headerPairs: 20, fieldNameSize: 100 };

/** What tests may put in place of the real thing. */
export interface AppOptions {
  readonly log?: Log;
  readonly site?: Site | null;
  readonly deadlines?: Deadlines;
  /** Asked at each request: metrics are started after the application. */
  readonly metrics?: () => Metrics | null;
}

export interface Portal {
  readonly app: NestFastifyApplication;
  /** Null where the site has not been built. */
  readonly pages: Pages | null;
}

/** The whole product on the database at `url`, ready for `init()`, `listen()` or `inject()`: tests run exactly what production runs. */
export async function createApp(config: Config, url: string, options: AppOptions = {}): Promise<Portal> {
  const log = options.log ?? new Log(config.logLevel);
  const adapter = new FastifyAdapter(fastifyOptions(config, options.deadlines));
  const fastify = adapter.getInstance<FastifyInstance>();
  boundConnections(fastify, config);
  frontDoor(fastify, config);
  followRequests(fastify);
  requestLanes(fastify);
  recordRequests(fastify, log, options.metrics ?? (() => null));
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, url), adapter, {
    logger: log,
    abortOnError: false,
    bodyParser: false,
  });
  fastify.removeContentTypeParser('text/plain');
  await app.register(multipart, { limits: ONE_FILE });
  app.useWebSocketAdapter(new LiveIoAdapter(app, config, url));
  healthRoutes(fastify, app.get(Health, { strict: false }));
  mountCalendari(app, config);
  mountUnClic(app, { prefisso: '/u', pagina: '/disiscrizione', fai: segreto => app.get(Rinunce, { strict: false }).rinuncia(segreto) });
  mountUnClic(app, { prefisso: '/s', pagina: '/segui/ferma', fai: segreto => app.get(SeguitiService, { strict: false }).ferma(segreto) });
  const site = options.site === undefined ? builtSite() : options.site;
  mountMotori(app, config, site);
  const pages = mountSite(app, config, site, {
    parameters: PAGE_PARAMETERS,
    inHead: inTesta(app.get(MotoriQueries, { strict: false }), config.publicOrigin),
  });
  return { app, pages };
}
