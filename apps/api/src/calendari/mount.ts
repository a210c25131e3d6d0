import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../platform/config/config.js';
import { Buckets, rateOf } from '../platform/http/connections/buckets.js';
import { Bus } from '../platform/realtime/bus.js';
import { Pages } from '../platform/ssr/pages.js';
import { CalendariQueries } from './calendari.queries.js';
import { CalendarioSource } from './sorgente.js';

/**
 * Calendars and news stand beside the API, as pages do: they are public, or open to whoever holds their secret address, and are
 * asked for by programs that know no session.
 */
export function mountCalendari(app: NestFastifyApplication, config: Config): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const calendari = new Pages(config, new CalendarioSource(app.get(CalendariQueries, { strict: false }), config), {
    toMake: new Buckets(rateOf(config)),
  });
  calendari.follow(app.get(Bus));
  fastify.route({
    method: ['GET', 'HEAD'],
    url: '/cal/*',
    config: { ownHeaders: true, label: '(calendario)' },
    handler: (request, reply) => calendari.serve(request, reply),
  });
}
