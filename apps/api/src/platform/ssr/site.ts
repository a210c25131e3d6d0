import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../pdf/project-root.js';
import { inlineScripts } from './csp.js';

/** Renders the public page at `url`: all that the renderer is ever told of a request. Null where it has no page. */
export type Render = (request: Pick<IncomingMessage, 'url'>) => Promise<Response | null>;

/** The built site. */
export interface Site {
  /** Folder of the files for the browser. */
  readonly files: string;
  readonly render: Render;
  /** Inline scripts of the documents as built: the only ones a page may run. */
  readonly scripts: () => Promise<ReadonlySet<string>>;
}

const DOCUMENTS = ['browser/index.csr.html', 'browser/index.html', 'server/index.server.html'];

/** The site in `dist`, or null when it has not been built (tests of the API alone). The renderer is loaded at the first page. */
export function builtSite(root: string = join(projectRoot(), 'dist/apps/web')): Site | null {
  const renderer = join(root, 'server/server.mjs');
  if (!existsSync(renderer)) return null;
  let loaded: Promise<{ render: Render }> | undefined;
  const load = (): Promise<{ render: Render }> =>
    (loaded ??= import(pathToFileURL(renderer).href) as Promise<{ render: Render }>);
  return {
    files: join(root, 'browser'),
    render: async request => (await load()).render({ url: request.url }),
    scripts: () => readScripts(root),
  };
}

async function readScripts(root: string): Promise<Set<string>> {
  const documents = await Promise.all(DOCUMENTS.map(name => readFile(join(root, name), 'utf8').catch(() => '')));
  return new Set(documents.flatMap(inlineScripts));
}
