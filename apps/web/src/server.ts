import { AngularAppEngine } from '@angular/ssr';
import type { IncomingMessage } from 'node:http';

/**
 * The renderer the API imports. It never listens, and it is told nothing about the visitor: no cookie, no header and no Host enters
 * the page, so what comes out may be cached for everyone and no forged Host can be reflected (the API alone judges hosts).
 *
 * Not AngularNodeAppEngine: that one installs process-wide `uncaughtException` handlers which would keep a broken API process alive.
 */
let engine: AngularAppEngine | undefined;

function publicOrigin(): URL {
  return new URL(process.env['PUBLIC_ORIGIN'] ?? 'http://localhost');
}

/**
 * Renders the public page at `request.url`, or the empty shell of a personal page.
 * @returns the page (its status is 404 where nothing is found), or null where the URL is no page of ours.
 */
export async function render(request: Pick<IncomingMessage, 'url'>): Promise<Response | null> {
  const path = request.url ?? '/';
  if (!path.startsWith('/')) return null;
  const origin = publicOrigin();
  engine ??= new AngularAppEngine({ allowedHosts: [origin.hostname] });
  return engine.handle(new Request(origin.origin + path.replace(/^\/+/, '/')));
}
