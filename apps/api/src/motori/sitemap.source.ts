import type { Config } from '../platform/config/config.js';
import { escapeMarkup } from '../platform/http/markup.js';
import { apiHeaders } from '../platform/http/security-headers.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import type { Made } from '../platform/ssr/cache/page-cache.js';
import { toPage, type Page } from '../platform/ssr/page.js';
import type { PageSource } from '../platform/ssr/pages.js';
import type { SiteRoutes } from '../platform/ssr/site-routes.js';
import type { MotoriQueries } from './motori.queries.js';

const INDICE = '/sitemap.xml';
const AMBITO = /^\/sitemap\/([a-z0-9-]{2,60})\.xml$/;
const NS = 'http://www.sitemaps.org/schemas/sitemap/0.9';
/** Sections with nothing of their own to be found: a form, and results that each reader asks for. `robots.txt` names the first. */
const SENZA = ['segnala', 'ricerca'];

/** The sections of an ambito that have one page each: addresses of the site with no name in them but that of the ambito. */
export const sezioni = (routes: SiteRoutes | null): string[] =>
  (routes?.rendered() ?? [])
    .map(route => route.split('/').filter(Boolean))
    .filter(
      ([primo, ...resto]) => primo === '*' && !resto.some(word => word.startsWith('*') || word.startsWith(':') || SENZA.includes(word)),
    )
    .map(([, ...resto]) => (resto.length === 0 ? '' : `/${resto.join('/')}`))
    .sort();

/** One sitemap for each ambito, and one that names them, kept like pages until something of their ambito changes. */
export class SitemapSource implements PageSource {
  constructor(
    private readonly queries: MotoriQueries,
    private readonly config: Config,
    private readonly routes: () => Promise<SiteRoutes | null>,
  ) {}

  keyOf(url: string): string | null {
    const path = url.split('?', 1)[0] ?? '';
    return path === INDICE || AMBITO.test(path) ? path : null;
  }

  ambitoOf(key: string): string {
    return AMBITO.exec(key)?.[1] ?? '';
  }

  /** @throws ProblemError `risorsa.non_trovata` */
  async page(key: string): Promise<Made<Page>> {
    const body = key === INDICE ? await this.indice() : await this.ambito(this.ambitoOf(key));
    const { 'Cache-Control': _, ...headers } = apiHeaders(this.config);
    const page = await toPage({ status: 200, html: body, type: 'application/xml; charset=utf-8', location: null }, headers, ['gzip']);
    // A new ambito is announced to nobody who has none: the index is made anew each time.
    return { page, bytes: page.bytes, keep: key !== INDICE };
  }

  private async indice(): Promise<string> {
    const slugs = await this.queries.ambiti();
    return this.xml(
      'sitemapindex',
      'sitemap',
      slugs.map(slug => `/sitemap/${slug}.xml`),
    );
  }

  private async ambito(slug: string): Promise<string> {
    const percorsi = await this.queries.percorsi(slug);
    if (percorsi === null) throw new ProblemError('risorsa.non_trovata');
    const tutte = new Set(['', ...sezioni(await this.routes()), ...percorsi]);
    return this.xml(
      'urlset',
      'url',
      [...tutte].map(p => `/${slug}${p}`),
    );
  }

  private xml(tutto: string, uno: string, paths: readonly string[]): string {
    const righe = paths.map(path => `<${uno}><loc>${escapeMarkup(`${this.config.publicOrigin}${path}`)}</loc></${uno}>`);
    return `<?xml version="1.0" encoding="UTF-8"?>\n<${tutto} xmlns="${NS}">\n${righe.join('\n')}\n</${tutto}>\n`;
  }
}
