import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../pdf/project-root.js';
import { inlineScripts } from './csp.js';
import type { RenderedPage } from './render-messages.js';
import { RenderPool, type PoolSettings } from './render-pool.js';
import { SiteRoutes, type SiteRoute } from './site-routes.js';

/** What the renderer's environment holds: where the API answers it, and what the portal is called from outside. */
export type RendererEnv = () => Promise<Readonly<Record<string, string>>>;

/** Renders the public page at an address, which is all that it is ever told of a request. */
export interface SiteRenderer {
  /** @returns null where the site has no page */
  render(url: string): Promise<RenderedPage | null>;
  close(): Promise<void>;
}

/** The built site. */
export interface Site {
  /** Folder of the files for the browser. */
  readonly files: string;
  /** A renderer for one portal; it does nothing until the first page is asked for. */
  readonly renderer: (env: RendererEnv) => SiteRenderer;
  /** Inline scripts of the documents as built: the only ones a page may run. */
  readonly scripts: () => Promise<ReadonlySet<string>>;
  /** The addresses that have a page; null: only the renderer knows. */
  readonly routes: () => Promise<SiteRoutes | null>;
}

const DOCUMENTS = ['browser/index.csr.html', 'browser/index.html', 'server/index.server.html'];

/** The site in `dist`, or null when it has not been built (tests of the API alone). */
export function builtSite(root: string = join(projectRoot(), 'dist/apps/web'), settings: PoolSettings = {}): Site | null {
  const renderer = join(root, 'server/server.mjs');
  if (!existsSync(renderer)) return null;
  return {
    files: join(root, 'browser'),
    renderer: env => new RenderPool(renderer, env, settings),
    scripts: () => readScripts(root),
    routes: () => readRoutes(join(root, 'server/angular-app-manifest.mjs')),
  };
}

async function readScripts(root: string): Promise<Set<string>> {
  const documents = await Promise.all(DOCUMENTS.map(name => readFile(join(root, name), 'utf8').catch(() => '')));
  return new Set(documents.flatMap(inlineScripts));
}

/** The build tells every address that the router of the site knows. */
async function readRoutes(manifest: string): Promise<SiteRoutes | null> {
  const { default: site } = (await import(pathToFileURL(manifest).href)) as { default: { routes?: readonly SiteRoute[] } };
  return site.routes === undefined ? null : new SiteRoutes(site.routes);
}
