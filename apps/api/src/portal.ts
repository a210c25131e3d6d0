import { DiscoveryService } from '@nestjs/core';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './create-app.js';
import type { Pages } from './platform/ssr/pages.js';
import { DEMO_SEED } from './demo/demo-seed.token.js';
import { discardHalfDemo } from './demo/half-demo.js';
import { advice, type Config } from './platform/config/config.js';
import { runMigrations } from './platform/database/migrate.js';
import { mayChangeRegisterAt } from './platform/database/roles.js';
import { Health } from './platform/ops/health.js';
import type { Log } from './platform/ops/log.js';
import { startMetrics, type Metrics } from './platform/ops/metrics.js';
import { startOpsServer } from './platform/ops/ops.routes.js';
import { drain } from './platform/ops/drain.js';
import { demandWritable, StorageState } from './platform/storage/storage-state.js';
import { remember } from './platform/remember.js';
import { Bus } from './platform/realtime/bus.js';
import { LiveGateway } from './platform/realtime/live.gateway.js';

export interface Portal {
  /** The port it answers on; null for a process without a site (`PROCESS=worker`). */
  readonly port: number | null;
  /** Serves what was accepted, then ends. May be called more than once. */
  stop(): Promise<void>;
}

/**
 * Brings the product up on the database at `url`, which it migrates as the role of `owner`. @throws Error whatever keeps it from answering
 */
export async function startPortal(
  config: Config,
  url: string,
  log: Log,
  owner: string = config.migrationDatabaseUrl ?? url,
): Promise<Portal> {
  await demandWritable(config.dataDir);
  if (config.demo) await discardHalfDemo(owner);
  await runMigrations(owner, url);
  await advise(config, url, log);
  let metrics: Metrics | null = null;
  const { app, pages } = await createApp(config, url, {
    log,
    metrics: () => metrics,
    ...(config.process === 'worker' ? { site: null } : {}),
  });
  try {
    await app.init();
    if (config.demo) await seedDemo(app);
    if (config.process !== 'worker') await app.listen(config.port, config.host);
    metrics = config.metricsPort === null ? null : await startMetrics(gaugesOf(app, pages));
    const ops = metrics && (await startOpsServer(config.metricsPort ?? 0, app.get(Health, { strict: false }), metrics));
    const address = app.getHttpServer().address() as AddressInfo | null;
    return { port: address?.port ?? null, stop: remember(() => stop(app, ops)) };
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function advise(config: Config, url: string, log: Log): Promise<void> {
  for (const sentence of advice(config)) log.warn(sentence, 'Main');
  if (config.env === 'production' && (await mayChangeRegisterAt(url)))
    log.warn(
      'Il ruolo di DATABASE_URL può cambiare il registro degli atti: usa per il portale un ruolo che non possiede lo schema, e MIGRATION_DATABASE_URL per quello che lo possiede.',
      'Main',
    );
}

async function seedDemo(app: NestFastifyApplication): Promise<void> {
  const seed = app
    .get(DiscoveryService, { strict: false })
    .getProviders()
    .find(provider => provider.name === DEMO_SEED)?.instance as { ensure(): Promise<void> } | undefined;
  await seed?.ensure();
}

async function stop(app: NestFastifyApplication, ops: Server | null): Promise<void> {
  app.get(Health, { strict: false }).leave();
  app.get(LiveGateway, { strict: false }).reconnectAll();
  await drain(app.getHttpServer());
  await app.close();
  ops?.close();
  ops?.closeAllConnections();
}

function gaugesOf(app: NestFastifyApplication, pages: Pages | null): Parameters<typeof startMetrics>[0] {
  const [bus, live] = [app.get(Bus, { strict: false }), app.get(LiveGateway, { strict: false })];
  const health = app.get(Health, { strict: false });
  return {
    email_queue_oldest_seconds: {
      help: 'Age of the oldest mail that waits to be sent; 0: none waits',
      read: async () => (await health.ready()).emailInCodaSecondi ?? 0,
    },
    email_last_success_seconds: {
      help: 'Seconds since a mail server took a mail; -1: never',
      read: async () => (await health.ready()).emailUltimoInvioSecondi ?? -1,
    },
    email_failing_seconds: {
      help: 'For how long a mail server has taken no mail; 0: it does',
      read: async () => (await health.ready()).emailGuastaDaSecondi ?? 0,
    },
    files_broken: {
      help: 'Files that something names and that are known to be missing or spoiled (npm run verify names them)',
      read: () => app.get(StorageState, { strict: false }).broken(),
    },
    bus_up: { help: 'Whether announcements of other replicas are heard', read: () => Number(bus.isUp) },
    live_sockets: { help: 'Open live connections', read: () => live.size },
    page_cache_pages: { help: 'Pages kept', read: () => pages?.cache.size ?? 0 },
    page_cache_bytes: { help: 'Bytes of the pages kept', read: () => pages?.cache.bytes ?? 0 },
    page_cache_hits: { help: 'Pages answered from memory since the start', read: () => pages?.hits ?? 0 },
    page_cache_misses: { help: 'Pages made since the start', read: () => pages?.misses ?? 0 },
  };
}
