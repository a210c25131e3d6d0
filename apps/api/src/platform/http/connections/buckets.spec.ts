import { Buckets } from './buckets.js';

describe('Buckets of networks', () => {
  let now = 0;
  const buckets = (): Buckets => new Buckets({ burst: 3, perSecond: 1 }, () => now);
  beforeEach(() => (now = 0));

  it('give a network its burst at once, then so many a second, and say when to come back', () => {
    const b = buckets();
    const take = (): number => b.take('192.0.2.1');
    expect([take(), take(), take(), take()]).toEqual([0, 0, 0, 1]);
    now = 0.5;
    expect(take()).toBeCloseTo(0.5);
    now = 1;
    expect([take(), take()]).toEqual([0, 1]);
    now = 100;
    expect([take(), take(), take(), take()]).toEqual([0, 0, 0, 1]);
  });

  it('keep networks apart, and those of one wider network together', () => {
    const b = buckets();
    for (let host = 1; host <= 4; host += 1) for (let n = 0; n < 3; n += 1) expect(b.take(`192.0.2.${host}`)).toBe(0);
    expect(b.take('192.0.2.5')).toBeGreaterThan(0);
    expect(b.take('198.51.100.5')).toBe(0);
  });

  it('B-13: nobody becomes many by changing the last 64 bits, nor the customer’s /56, nor the site’s /48', () => {
    const b = buckets();
    const through = (address: (n: number) => string): number =>
      Array.from({ length: 200 }, (_, n) => b.take(address(n))).filter(wait => wait === 0).length;
    expect(through(n => `2001:db8:1:100::${n.toString(16)}`)).toBe(3);
    expect(through(n => `2001:db8:1:1${(n % 250).toString(16).padStart(2, '0')}::1`)).toBe(12 - 3);
    expect(through(n => `2001:db8:1:${(n * 256 + 0x200).toString(16)}::1`)).toBe(48 - 12);
  });

  it('take nothing from who is refused', () => {
    const b = buckets();
    for (let n = 0; n < 100; n += 1) b.take('192.0.2.1');
    expect(b.take('192.0.2.2')).toBe(0);
  });

  it('remember so many networks and no more', () => {
    const b = buckets();
    for (let n = 0; n < 30_000; n += 1) b.take(`10.${n >> 8}.${n & 255}.1`);
    expect(b.size).toBeLessThanOrEqual(20_000);
  });
});
