import { Logger } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { cookieName } from '../access/session-cookie.js';
import type { Config } from '../config/config.js';
import { apiHeaders } from '../http/security-headers.js';
import { noteCode } from '../problem/answered.js';
import { asProblem } from '../problem/problem.filter.js';
import { ProblemError } from '../problem/problem.error.js';
import type { Bus } from '../realtime/bus.js';
import { PageCache, type Made } from './page-cache.js';
import { encodingFor, type Page } from './page.js';
import { refusal } from './refusal.js';

/** Where pages of one kind come from. */
export interface PageSource {
  /** What stands for the address in the cache; null: there is no such page. */
  keyOf(url: string): string | null;
  /** The slug of the ambito whose changes may show in it. */
  ambitoOf(key: string): string;
  page(key: string): Promise<Made<Page>>;
}

/** Answers for pages, beside NestJS: no guard, no session, no person. Every page is the same for everyone. */
export class Pages {
  private readonly logger = new Logger('Pages');
  private readonly sessionCookie: string;
  hits = 0;
  misses = 0;

  constructor(
    private readonly config: Config,
    private readonly source: PageSource,
    readonly cache: PageCache<Page> = new PageCache(),
  ) {
    this.sessionCookie = `${cookieName(config)}=`;
  }

  /** Keeps pages only as long as changes to them are heard. */
  follow(bus: Bus): void {
    bus.on('pagine', ({ ambitoSlug }) => this.cache.invalidate(ambitoSlug));
    bus.onDown(() => this.cache.suspend());
    bus.onReconnect(() => this.cache.resume());
    if (bus.isUp) this.cache.resume();
  }

  /** Answers a GET or HEAD. What is kept leaves in the same tick. */
  serve(request: IncomingMessage, response: ServerResponse, requestId: string): void {
    const key = this.source.keyOf(request.url ?? '/');
    const kept = key === null ? undefined : this.cache.get(key);
    if (kept !== undefined) {
      this.hits += 1;
      return this.send(kept, request, response, requestId);
    }
    this.misses += 1;
    this.make(key).then(
      page => this.send(page, request, response, requestId),
      (error: unknown) => this.refuse(error, request, response, requestId),
    );
  }

  private async make(key: string | null): Promise<Page> {
    if (key === null) throw new ProblemError('risorsa.non_trovata');
    return this.cache.make(key, this.source.ambitoOf(key), () => this.source.page(key));
  }

  private send(page: Page, { headers, method }: IncomingMessage, response: ServerResponse, requestId: string): void {
    const audience = headers.cookie !== undefined && headers.cookie.includes(this.sessionCookie) ? 'signed-in' : 'anonymous';
    if (audience === 'anonymous' && page.status === 200 && headers['if-none-match']?.includes(page.etag) === true) {
      response.writeHead(304, [...page.unchanged, 'X-Request-Id', requestId]).end();
      return;
    }
    const variant = page.variants[encodingFor(headers['accept-encoding'] as string | undefined)] ?? page.variants.identity;
    response.writeHead(page.status, [...variant.headers[audience], 'X-Request-Id', requestId]);
    response.end(method === 'HEAD' ? undefined : variant.body);
  }

  private refuse(error: unknown, request: IncomingMessage, response: ServerResponse, requestId: string): void {
    const problem = asProblem(error);
    noteCode(response, problem.code);
    if (problem.code === 'errore.interno')
      this.logger.error(error instanceof Error ? (error.stack ?? error.message) : 'unknown error');
    const { type, body } = refusal(problem, request, requestId);
    const { retryAfter } = problem.extra;
    const headers = {
      ...apiHeaders(this.config),
      'Content-Type': type,
      'X-Request-Id': requestId,
      ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
    };
    response.writeHead(problem.status, headers).end(request.method === 'HEAD' ? undefined : body);
  }
}
