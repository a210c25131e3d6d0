import type { Registry } from 'prom-client';

/** Figures that some part of the process can tell when asked. */
export type Gauges = Readonly<Record<string, { readonly help: string; readonly read: () => number | Promise<number> }>>;

export interface Metrics {
  /** Counts a request that has been answered. `route` is the pattern, never the URL. */
  answered(method: string, route: string, status: number, seconds: number): void;
  /** In the Prometheus text format. */
  text(): Promise<{ readonly type: string; readonly body: string }>;
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Imports the library only where metrics are served. */
export async function startMetrics(gauges: Gauges): Promise<Metrics> {
  const { collectDefaultMetrics, Gauge, Histogram, Registry } = await import('prom-client');
  const registry: Registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  });
  for (const [name, { help, read }] of Object.entries(gauges)) {
    registry.registerMetric(
      new Gauge({
        name,
        help,
        registers: [],
        async collect() {
          this.set(await read());
        },
      }),
    );
  }
  return {
    answered: (method, route, status, seconds) => requests.observe({ method, route, status: String(status) }, seconds),
    text: async () => ({ type: registry.contentType, body: await registry.metrics() }),
  };
}
