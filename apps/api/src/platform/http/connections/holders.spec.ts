import { Holders } from './holders.js';

describe('What networks hold', () => {
  it('is bounded for each, and four times as much for what it stands in; what is given back may be taken again, once', () => {
    const holders = new Holders(2);
    const [first, second] = [holders.take('192.0.2.1'), holders.take('192.0.2.1')];
    expect([first, second, holders.take('192.0.2.1')]).toEqual([expect.any(Function), expect.any(Function), null]);
    first?.();
    first?.();
    expect([holders.take('192.0.2.1'), holders.take('192.0.2.1')]).toEqual([expect.any(Function), null]);
    const inTheSame24 = Array.from({ length: 20 }, (_, host) => holders.take(`192.0.2.${host + 10}`)).filter(taken => taken !== null);
    expect(inTheSame24).toHaveLength(8 - 2);
    expect(holders.take('198.51.100.1')).not.toBeNull();
  });

  it('leaves nothing behind when all is given back', () => {
    const holders = new Holders(2);
    const taken = Array.from({ length: 500 }, (_, i) => holders.take(`10.${i >> 4}.${i & 15}.1`));
    taken.forEach(release => release?.());
    expect(holders.size).toBe(0);
  });
});
