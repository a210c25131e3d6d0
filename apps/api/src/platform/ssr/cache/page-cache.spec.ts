import fc from 'fast-check';
import { NO_AMBITO, PageCache, type Made } from './page-cache.js';

const LIMITS = { maxPages: 10, maxBytes: 1000, ttlMs: 60_000 };
const page = (text: string, keep = true): Made<string> => ({ page: text, bytes: text.length, keep });

function opened(options = LIMITS, now?: () => number): PageCache<string> {
  const cache = new PageCache<string>(options, now);
  cache.resume();
  return cache;
}

/** A making that ends when told to. */
function slowly(): { work: () => Promise<Made<string>>; end: (text: string) => void } {
  const { promise, resolve } = Promise.withResolvers<Made<string>>();
  return { work: () => promise, end: text => resolve(page(text)) };
}

describe('The cache of pages', () => {
  it('gives again what was made', async () => {
    const cache = opened();
    await cache.make('/a/tavoli', 'a', async () => page('uno'));
    expect(cache.get('/a/tavoli')).toBe('uno');
  });

  it('makes a page once for all who ask meanwhile', async () => {
    const cache = opened();
    const slow = slowly();
    let makings = 0;
    const ask = (): Promise<string> => cache.make('/a', 'a', () => ((makings += 1), slow.work()));
    const answers = Promise.all([ask(), ask(), ask()]);
    slow.end('una');
    expect(await answers).toEqual(['una', 'una', 'una']);
    expect(makings).toBe(1);
  });

  it('neither keeps nor shares a page that was begun before an invalidation', async () => {
    const cache = opened();
    const before = slowly();
    const early = cache.make('/a', 'a', before.work);
    cache.invalidate('a');
    const late = cache.make('/a', 'a', async () => page('nuova'));
    expect(await late).toBe('nuova');
    before.end('vecchia');
    expect(await early).toBe('vecchia');
    expect(cache.get('/a')).toBe('nuova');
  });

  it('invalidates one ambito and what belongs to none, and nothing else', async () => {
    const cache = opened();
    for (const [key, ambito] of [
      ['/a', 'a'],
      ['/b', 'b'],
      ['/', NO_AMBITO],
    ] as const)
      await cache.make(key, ambito, async () => page(key));
    cache.invalidate('a');
    expect([cache.get('/a'), cache.get('/'), cache.get('/b')]).toEqual([undefined, undefined, '/b']);
  });

  it('keeps nothing while announcements are not heard, and nothing from before', async () => {
    const cache = opened();
    const before = slowly();
    await cache.make('/a', 'a', async () => page('prima'));
    const flying = cache.make('/b', 'b', before.work);
    cache.suspend();
    expect(cache.get('/a')).toBeUndefined();
    await cache.make('/a', 'a', async () => page('durante'));
    expect(cache.get('/a')).toBeUndefined();
    cache.resume();
    before.end('vecchia');
    await flying;
    expect(cache.get('/b')).toBeUndefined();
    await cache.make('/a', 'a', async () => page('dopo'));
    expect(cache.get('/a')).toBe('dopo');
  });

  it('keeps a page for a minute at most', async () => {
    let now = 0;
    const cache = opened(LIMITS, () => now);
    await cache.make('/a', 'a', async () => page('conto alla rovescia'));
    now = LIMITS.ttlMs - 1;
    expect(cache.get('/a')).toBe('conto alla rovescia');
    now = LIMITS.ttlMs;
    expect(cache.get('/a')).toBeUndefined();
  });

  it('stays within its number of pages and of bytes, losing first what was unused for longest', async () => {
    const cache = opened({ ...LIMITS, maxPages: 2, maxBytes: 10 });
    for (const key of ['/1', '/2']) await cache.make(key, 'a', async () => page('1234'));
    cache.get('/1');
    await cache.make('/3', 'a', async () => page('1234'));
    expect([cache.get('/1'), cache.get('/2'), cache.get('/3')]).toEqual(['1234', undefined, '1234']);
    await cache.make('/4', 'a', async () => page('12345678'));
    expect([cache.size, cache.bytes]).toEqual([1, 8]);
    await cache.make('/5', 'a', async () => page('12345678901'));
    expect(cache.get('/5')).toBeUndefined();
  });

  it('tries again after a making that failed', async () => {
    const cache = opened();
    await expect(cache.make('/a', 'a', () => Promise.reject(new Error('guasto')))).rejects.toThrow('guasto');
    expect(await cache.make('/a', 'a', async () => page('ora sì'))).toBe('ora sì');
  });

  const STORIES = 1000;

  it('B-18: whatever the order of changes, makings and askings, nobody gets a page older than the last change they may know of', async () => {
    const step = fc.constantFrom(...STEPS);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 60 }), fc.infiniteStream(fc.nat()), async (steps, choices) => {
        await new Story(choices).tell(steps);
      }),
      { numRuns: STORIES },
    );
  });
});

const STEPS = ['ask', 'change', 'announce', 'land', 'lose', 'find', 'settle'] as const;

/** Data that change, announcements that arrive later, makings that read at their beginning and end whenever. */
class Story {
  private readonly cache = opened();
  private data = 0;
  /** What has been announced to this replica: from then on nobody may be shown less. */
  private announced = 0;
  private heard = true;
  private readonly flying: { read: number; end: (made: Made<string>) => void }[] = [];
  private readonly answers: Promise<void>[] = [];

  constructor(private readonly choices: Iterator<number>) {}

  async tell(steps: readonly (typeof STEPS)[number][]): Promise<void> {
    for (const step of steps) {
      await this[step]();
    }
    while (this.flying.length > 0) this.land();
    await Promise.all(this.answers);
  }

  private ask(): void {
    // While announcements are not heard, every asking must read anew.
    const atLeast = this.heard ? this.announced : this.data;
    const kept = this.cache.get('/a');
    const answer = kept === undefined ? this.cache.make('/a', 'a', () => this.making()) : Promise.resolve(kept);
    this.answers.push(answer.then(seen => expect(Number(seen)).toBeGreaterThanOrEqual(atLeast)));
  }

  private making(): Promise<Made<string>> {
    const { promise, resolve } = Promise.withResolvers<Made<string>>();
    this.flying.push({ read: this.data, end: resolve });
    return promise;
  }

  /** Lets what has ended be kept; without it the next step comes in between. */
  private async settle(): Promise<void> {
    await new Promise(resolve => setImmediate(resolve));
  }

  private change(): void {
    this.data += 1;
  }

  private announce(): void {
    if (!this.heard) return;
    this.announced = this.data;
    this.cache.invalidate('a');
  }

  private land(): void {
    const index = Number(this.choices.next().value) % Math.max(1, this.flying.length);
    const [landing] = this.flying.splice(index, 1);
    landing?.end(page(String(landing.read)));
  }

  private lose(): void {
    this.heard = false;
    this.cache.suspend();
  }

  private find(): void {
    this.heard = true;
    this.announced = this.data;
    this.cache.resume();
  }
}
