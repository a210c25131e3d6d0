import { Logger } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieName } from '../access/session-cookie.js';
import type { Config } from '../config/config.js';
import type { Buckets } from '../http/connections/buckets.js';
import { apiHeaders } from '../http/security-headers.js';
import { noteCode } from '../problem/answered.js';
import { asProblem } from '../problem/problem.filter.js';
import { ProblemError } from '../problem/problem.error.js';
import type { Bus } from '../realtime/bus.js';
import { PageCache, type Made } from './cache/page-cache.js';
import { NOWHERE } from './cache/page-key.js';
import { encodingFor, type Page } from './page.js';
import { refusal } from './refusal.js';
import { Waiting } from './waiting.js';

/** Where pages of one kind come from. */
export interface PageSource {
  /** What stands for the address in the cache; null: there is no such page. */
  keyOf(url: string): string | null;
  /** The slug of the ambito whose changes may show in it. */
  ambitoOf(key: string): string;
  /** @param wanted whether anybody still waits for it: asked when its turn comes */
  page(key: string, wanted: () => boolean): Promise<Made<Page>>;
  /** The key of the page that answers for `key`, asked before any is made: where there is nothing, that of «not found». */
  standIn?(key: string): Promise<string>;
}

export interface PagesOptions {
  readonly cache?: PageCache<Page>;
  /** What networks may have made for them; a page that is kept, or being made for another, costs nothing. */
  readonly toMake?: Buckets;
}

/** Looking whether there is a page costs this share of making it. */
const LOOK = 0.05;

interface Asked {
  /** Found out only if something has to be counted. */
  readonly ip: () => string;
  readonly response: ServerResponse;
}

/** Answers for pages, beside NestJS: no guard, no session, no person. Every page is the same for everyone. */
export class Pages {
  private readonly logger = new Logger('Pages');
  readonly cache: PageCache<Page>;
  private readonly toMake: Buckets | undefined;
  private readonly waiting = new Waiting();
  private readonly sessionCookie: string;
  hits = 0;
  misses = 0;

  constructor(
    private readonly config: Config,
    private readonly source: PageSource,
    options: PagesOptions = {},
  ) {
    this.cache = options.cache ?? new PageCache();
    this.toMake = options.toMake;
    this.sessionCookie = `${cookieName(config)}=`;
  }

  /** Whether anybody waits for the page to be made. */
  waitFor(key: string): boolean {
    return this.waiting.any(key);
  }

  /** Keeps pages only as long as changes to them are heard. */
  follow(bus: Bus): void {
    bus.on('pagine', ({ ambitoSlug }) => this.cache.invalidate(ambitoSlug));
    bus.onDown(() => this.cache.suspend());
    bus.onReconnect(() => this.cache.resume());
    if (bus.isUp) this.cache.resume();
  }

  /** Answers a GET or HEAD, in place of Fastify. What is kept leaves in the same tick. */
  serve(asked: FastifyRequest, reply: FastifyReply): void {
    reply.hijack();
    const [request, response, requestId] = [asked.raw, reply.raw, asked.id];
    const key = this.source.keyOf(request.url ?? '/');
    const kept = key === null ? undefined : this.cache.get(key);
    if (kept !== undefined) {
      this.hits += 1;
      return this.send(kept, request, response, requestId);
    }
    this.misses += 1;
    this.make(key, { ip: () => asked.ip, response }).then(
      page => this.send(page, request, response, requestId),
      (error: unknown) => this.refuse(error, request, response, requestId),
    );
  }

  private async make(key: string | null, asked: Asked): Promise<Page> {
    if (key === null) throw new ProblemError('risorsa.non_trovata');
    if (this.source.standIn === undefined) return this.one(key, asked);
    this.count(asked, LOOK);
    const standing = await this.source.standIn(key);
    const page = await this.one(standing, asked);
    return page.status === 404 && standing !== NOWHERE ? this.one(NOWHERE, asked) : page;
  }

  private async one(key: string, asked: Asked): Promise<Page> {
    const kept = this.cache.get(key);
    if (kept !== undefined) return kept;
    const ambito = this.source.ambitoOf(key);
    if (!this.cache.isBeingMade(key, ambito)) this.count(asked);
    const leave = this.waiting.enter(key, asked.response);
    return this.cache.make(key, ambito, () => this.source.page(key, () => this.waiting.any(key))).finally(leave);
  }

  private count(asked: Asked, cost = 1): void {
    const wait = this.toMake?.take(asked.ip(), cost) ?? 0;
    if (wait > 0) throw new ProblemError('richiesta.troppe', { retryAfter: Math.ceil(wait) });
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
    if (problem.code === 'errore.interno') this.logger.error(error instanceof Error ? (error.stack ?? error.message) : 'unknown error');
    const { type, body } = refusal(problem, request, requestId);
    const { retryAfter = problem.status === 503 ? 5 : undefined } = problem.extra;
    const headers = {
      ...apiHeaders(this.config),
      'Content-Type': type,
      'X-Request-Id': requestId,
      ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
    };
    response.writeHead(problem.status, headers).end(request.method === 'HEAD' ? undefined : body);
  }
}
