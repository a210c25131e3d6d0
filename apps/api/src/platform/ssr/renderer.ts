import { Logger } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { commonHeaders } from '../http/security-headers.js';
import { ProblemError } from '../problem/problem.error.js';
import { pagePolicy } from './csp.js';
import { type InHead, withHead } from './head.js';
import { Gate } from './gate.js';
import type { Made } from './cache/page-cache.js';
import { remember } from '../remember.js';
import { toPage, type Page } from './page.js';
import { NOWHERE, SHELL } from './cache/page-key.js';
import type { Site, SiteRenderer } from './site.js';

const AT_ONCE = 8;
const IN_LINE = 200;
/** Angular leaves it on what it rendered; a document without it is the empty shell of a personal page. */
const RENDERED = 'ng-server-context=';

/** Makes pages: renders, computes the policy, compresses. */
export class Renderer {
  private readonly logger = new Logger('Pages');
  private readonly gate = new Gate(AT_ONCE, IN_LINE);
  private readonly scripts = remember(() => this.site.scripts());

  constructor(
    private readonly site: Pick<Site, 'scripts'>,
    private readonly config: Config,
    private readonly renderer: SiteRenderer,
    private readonly inHead: InHead,
  ) {}

  /**
   * @param url a page key: the renderer learns nothing else of the request
   * @throws ProblemError `servizio.non_disponibile` when too many wait or it takes too long; `risorsa.non_trovata` where there is no page
   */
  async page(url: string, wanted: () => boolean = () => true): Promise<Made<Page>> {
    const rendered = await this.gate.through(async () => {
      if (!wanted()) throw new ProblemError('servizio.non_disponibile', { retryAfter: 2 });
      return this.renderer.render(url);
    });
    if (rendered === null) throw new ProblemError('risorsa.non_trovata');
    const { status } = rendered;
    const html =
      status === 200 && rendered.html.includes(RENDERED) && url !== SHELL && url !== NOWHERE
        ? await this.told(url, rendered.html)
        : rendered.html;
    if (status >= 500) throw new ProblemError('servizio.non_disponibile', { retryAfter: 5 });
    const location = localPath(rendered.location, this.config.publicOrigin);
    const keep = (status === 200 && (url === SHELL || html.includes(RENDERED))) || url === NOWHERE || location !== null;
    const page = await toPage(
      { status, html, location },
      { ...commonHeaders(this.config), ...(await this.policy(html)) },
      keep ? ['br', 'gzip'] : [],
    );
    return { page, bytes: page.bytes, keep };
  }

  /** A page that is the same under several addresses has one: without what was asked of its list. */
  private async told(url: string, html: string): Promise<string> {
    const path = url.split('?', 1)[0] ?? url;
    return withHead(html, this.config.publicOrigin, path, await this.inHead(path));
  }

  private async policy(html: string): Promise<{ 'Content-Security-Policy': string }> {
    const { policy, refused } = pagePolicy(html, await this.scripts(), this.config.publicOrigin);
    if (refused > 0) this.logger.warn(`A page holds ${refused} inline scripts that the build does not know: browsers will not run them`);
    return { 'Content-Security-Policy': policy };
  }
}

/** A redirection may only lead to a path of ours. */
function localPath(location: string | null, origin: string): string | null {
  if (location === null || !URL.canParse(location, origin)) return null;
  const { pathname, search } = new URL(location, origin);
  return pathname.replace(/^\/+/, '/') + search;
}
