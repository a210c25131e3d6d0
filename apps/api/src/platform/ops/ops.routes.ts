import { createServer, type Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Health } from './health.js';
import type { Metrics } from './metrics.js';

const JSON_TYPE = 'application/json; charset=utf-8';

/** Probes ask by address. */
const PROBE = { config: { anyHost: true } };

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const live = (): Answer => ({ status: 200, type: JSON_TYPE, body: '{"vivo":true}' });

async function ready(health: Health): Promise<Answer> {
  const readiness = await health.ready();
  return { status: readiness.pronto ? 200 : 503, type: JSON_TYPE, body: JSON.stringify(readiness) };
}

/** For whoever watches over the process. Outside the API: they carry no data and know no permission. */
export function healthRoutes(fastify: FastifyInstance, health: Health): void {
  fastify.get('/health/live', PROBE, (_, reply) => send(reply, live()));
  fastify.get('/health/ready', PROBE, async (_, reply) => send(reply, await ready(health)));
}

const send = (
  reply: { code(s: number): { header(n: string, v: string): { send(b: string): unknown } } },
  { status, type, body }: Answer,
): unknown => reply.code(status).header('Content-Type', type).send(body);

/** Serves `/metrics`, and the health again for processes without a site, on the loopback only. */
export async function startOpsServer(port: number, health: Health, metrics: Metrics): Promise<Server> {
  const answers: Readonly<Record<string, () => Promise<Answer>>> = {
    '/metrics': async () => ({ status: 200, ...(await metrics.text()) }),
    '/health/live': async () => live(),
    '/health/ready': () => ready(health),
  };
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, (request, response) => {
    const answer = request.method === 'GET' ? answers[request.url ?? ''] : undefined;
    if (answer === undefined) return void response.writeHead(404).end();
    answer().then(
      ({ status, type, body }) =>
        response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }).end(body),
      () => response.writeHead(500).end(),
    );
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject).listen(port, '127.0.0.1', resolve);
  await promise;
  return server;
}
