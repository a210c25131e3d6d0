import { DiscoveryService } from '@nestjs/core';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './create-app.js';
import type { Pages } from './platform/ssr/pages.js';
import { DEMO_SEED } from './demo/demo-seed.token.js';
import type { Config } from './platform/config/config.js';
import { runMigrations } from './platform/database/migrate.js';
import { Health } from './platform/ops/health.js';
import type { Log } from './platform/ops/log.js';
import { startMetrics, type Metrics } from './platform/ops/metrics.js';
import { startOpsServer } from './platform/ops/ops.routes.js';
import { drain } from './platform/ops/drain.js';
import { demandWritable } from './platform/storage/storage-state.js';
import { Bus } from './platform/realtime/bus.js';
import { LiveGateway } from './platform/realtime/live.gateway.js';

export interface Portal {
  /** The port it answers on; null for a process without a site (`PROCESS=worker`). */
  readonly port: number | null;
  /** Serves what was accepted, then ends. May be called more than once. */
  stop(): Promise<void>;
}

/** Brings the product up on the database at `url`, which it migrates. @throws Error whatever keeps it from answering */
export async function startPortal(config: Config, url: string, log: Log): Promise<Portal> {
  await demandWritable(config.dataDir);
  await runMigrations(url);
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
    let stopping: Promise<void> | undefined;
    return { port: address?.port ?? null, stop: () => (stopping ??= stop(app, ops)) };
  } catch (error) {
    await app.close();
    throw error;
  }
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
  return {
    bus_up: { help: 'Whether announcements of other replicas are heard', read: () => Number(bus.isUp) },
    live_sockets: { help: 'Open live connections', read: () => live.size },
    page_cache_pages: { help: 'Pages kept', read: () => pages?.cache.size ?? 0 },
    page_cache_bytes: { help: 'Bytes of the pages kept', read: () => pages?.cache.bytes ?? 0 },
    page_cache_hits: { help: 'Pages answered from memory since the start', read: () => pages?.hits ?? 0 },
    page_cache_misses: { help: 'Pages made since the start', read: () => pages?.misses ?? 0 },
  };
}
