import { Lru, type Weighed } from './lru.js';

export interface PageCacheOptions {
  readonly maxPages: number;
  readonly maxBytes: number;
  /** Also a page nobody announced as changed grows old: it counts the days to a deadline. */
  readonly ttlMs: number;
}

const PAGE_CACHE: PageCacheOptions = { maxPages: 500, maxBytes: 64 * 1024 * 1024, ttlMs: 60_000 };
/**
 * The share of pages with a query: anybody can make up as many searches and filters as they like, and these must not push out the
 * pages that people read.
 */
const QUERIES = 1 / 8;

/** Pages of no ambito, such as the list of all: whatever changes in any of them may show there. */
export const NO_AMBITO = '';

interface Entry<P> extends Weighed {
  readonly page: P;
  readonly ambito: string;
  readonly expires: number;
}

interface Flight<P> {
  readonly stamp: number;
  readonly page: Promise<P>;
}

/** A page, whether it may be kept, and what it weighs. */
export interface Made<P> {
  readonly page: P;
  readonly bytes: number;
  readonly keep: boolean;
}

/**
 * Pages by key. Nobody is ever given a page that was begun before a change they may know of: whoever asks after an invalidation
 * neither finds a page begun before it nor joins its making. One making serves all who ask meanwhile.
 */
export class PageCache<P> {
  private readonly plain: Lru<Entry<P>>;
  private readonly queries: Lru<Entry<P>>;
  private readonly flights = new Map<string, Flight<P>>();
  /** One clock for all: each invalidation is a tick, a making carries the tick it began at. */
  private clock = 0;
  private readonly changed = new Map<string, number>();
  private flushed = 0;
  private active = false;

  constructor(
    private readonly options: PageCacheOptions = PAGE_CACHE,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.plain = new Lru(options.maxPages, options.maxBytes);
    this.queries = new Lru(Math.ceil(options.maxPages * QUERIES), options.maxBytes * QUERIES);
  }

  get size(): number {
    return this.plain.size + this.queries.size;
  }

  get bytes(): number {
    return this.plain.bytes + this.queries.bytes;
  }

  /** A page ready to be sent, or undefined: then `make` it. */
  get(key: string): P | undefined {
    const part = this.partOf(key);
    const entry = part.get(key);
    if (entry === undefined) return undefined;
    if (entry.expires > this.now()) return entry.page;
    part.delete(key);
    return undefined;
  }

  /** Makes the page, or waits for one that is being made from data just as fresh. */
  make(key: string, ambito: string, work: () => Promise<Made<P>>): Promise<P> {
    const flying = this.flying(key, ambito);
    if (flying !== undefined) return flying.page;
    const stamp = this.clock;
    const flight: Flight<P> = { stamp, page: this.fly(key, ambito, stamp, work) };
    this.flights.set(key, flight);
    const landed = (): void => void (this.flights.get(key) === flight && this.flights.delete(key));
    flight.page.then(landed, landed);
    return flight.page;
  }

  /** Whether asking for the page now would only wait for one that is being made. */
  isBeingMade(key: string, ambito: string): boolean {
    return this.flying(key, ambito) !== undefined;
  }

  /** What the pages of `ambito` show may have changed. */
  invalidate(ambito: string): void {
    const tick = ++this.clock;
    for (const name of [ambito, NO_AMBITO]) this.changed.set(name, tick);
    for (const part of [this.plain, this.queries]) part.deleteWhere(entry => entry.ambito === ambito || entry.ambito === NO_AMBITO);
  }

  /** Announcements are heard from now on; any may have been missed before. */
  resume(): void {
    this.flush();
    this.active = true;
  }

  /** Announcements are not heard: nothing is kept or shared until `resume`. */
  suspend(): void {
    this.active = false;
    this.flush();
  }

  private partOf(key: string): Lru<Entry<P>> {
    return key.includes('?') ? this.queries : this.plain;
  }

  private flying(key: string, ambito: string): Flight<P> | undefined {
    const flight = this.flights.get(key);
    return flight !== undefined && this.isFresh(ambito, flight.stamp) ? flight : undefined;
  }

  private flush(): void {
    this.flushed = ++this.clock;
    this.plain.clear();
    this.queries.clear();
  }

  private isFresh(ambito: string, stamp: number): boolean {
    return this.active && stamp >= this.flushed && stamp >= (this.changed.get(ambito) ?? 0);
  }

  private async fly(key: string, ambito: string, stamp: number, work: () => Promise<Made<P>>): Promise<P> {
    const { page, bytes, keep } = await work();
    if (keep && this.isFresh(ambito, stamp)) this.partOf(key).set(key, { page, bytes, ambito, expires: this.now() + this.options.ttlMs });
    return page;
  }
}
