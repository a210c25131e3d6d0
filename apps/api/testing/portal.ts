import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type AppOptions } from '../src/create-app.js';
import type { Pages } from '../src/platform/ssr/pages.js';
import type { Site } from '../src/platform/ssr/site.js';
import { SiteRoutes } from '../src/platform/ssr/site-routes.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { testConfig } from './app.js';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
}

/** The whole product on a real port, as the network sees it. */
export interface ListeningPortal {
  readonly app: NestFastifyApplication;
  readonly pages: Pages | null;
  readonly db: DataSource;
  readonly port: number;
  /** As any HTTP client may: any method, header, path. */
  ask(path: string, options?: RequestOptions): Promise<Reply>;
  close(): Promise<void>;
}

export async function listeningPortal(
  databaseUrl: string,
  options: AppOptions & { overrides?: Record<string, string> } = {},
): Promise<ListeningPortal> {
  const { overrides, ...rest } = options;
  const { app, pages } = await createApp(testConfig(databaseUrl, overrides), databaseUrl, { site: null, ...rest });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    app,
    pages,
    port,
    db: app.get<DataSource>(getDataSourceToken()),
    ask: (path, asked = {}) => ask(port, path, asked),
    close: () => app.close(),
  };
}

function ask(port: number, path: string, options: RequestOptions): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asking = request(
      { host: '127.0.0.1', port, path, agent: false, ...options, headers: { Host: 'tavoli.test', ...options.headers } },
      response => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
        response.on('end', () => {
          const body = Buffer.concat(chunks);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body, text: body.toString() });
        });
      },
    );
    asking.on('error', reject).end();
  });
}

/** How a test writes pages; null: there is none. */
export type Render = (request: { readonly url: string }) => Promise<Response | null>;

/** A built site with files of its own and pages written by the test. `pages`: its route table; none: only the renderer knows. */
export async function siteWith(
  render: Render,
  scripts: readonly string[] = [],
  pages: readonly string[] | null = null,
): Promise<Site & { remove(): Promise<void> }> {
  const files = await mkdtemp(join(tmpdir(), 'tavoli-sito-'));
  await mkdir(join(files, 'fonts'));
  const code = `export const prova = 1;${' '.repeat(2000)}`;
  for (const [name, text] of [
    ['main-A1b2_C-d.js', code],
    ['main-A1b2_C-d.js.gz', 'compressa'],
    ['index.csr.html', '<p>guscio</p>'],
    ['fonts/titillium.woff2', 'font'],
    ['favicon.svg', '<svg/>'],
  ] as const) {
    await writeFile(join(files, name), text);
  }
  return {
    files,
    renderer: env => ({
      render: async url => {
        Object.assign(process.env, await env());
        const response = await render({ url });
        return response && { status: response.status, location: response.headers.get('location'), html: await response.text() };
      },
      close: async () => undefined,
    }),
    scripts: async () => new Set(scripts),
    routes: async () => pages && new SiteRoutes(pages.map(route => ({ route, renderMode: route.includes('/area') ? 1 : 0 }))),
    remove: () => rm(files, { recursive: true, force: true }),
  };
}

/** What a renderer answers for a public page. */
export const rendered = (text: string, init: ResponseInit = {}): Response =>
  new Response(`<!doctype html><app-root ng-server-context="ssr">${text}</app-root>`, { status: 200, ...init });
