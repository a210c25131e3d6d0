import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { remember } from '../platform/remember.js';

/** What programs may visit, as the site says it, and where the sitemap is: by its whole address, which only the server knows. */
export const conMappa = (robots: string, origin: string): string => `${robots.trimEnd()}\n\nSitemap: ${origin}/sitemap.xml\n`;

/** `robots.txt` of the built site: read once, the first time that a program asks. */
export function robotsRoute(fastify: FastifyInstance, folder: string, origin: string): void {
  const robots = remember(() => readFile(join(folder, 'robots.txt'), 'utf8'));
  fastify.route({
    method: ['GET', 'HEAD'],
    url: '/robots.txt',
    config: { label: '(file)' },
    handler: async (_, reply) =>
      reply
        .type('text/plain; charset=utf-8')
        .header('cache-control', 'public, max-age=86400')
        .send(conMappa(await robots(), origin)),
  });
}
