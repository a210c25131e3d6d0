import { networkOf } from './request-context.js';

describe('the network of an address', () => {
  it('is its /24, also when it comes wrapped in IPv6', () => {
    expect([networkOf('192.0.2.77'), networkOf('::ffff:192.0.2.77')]).toEqual(['192.0.2', '192.0.2']);
  });

  it('is its /64, however the address is written', () => {
    for (const ip of ['2001:db8::a:b:c:d', '2001:db8:0:0:a:b:c:d', '2001:0db8::1', '2001:db8::']) expect(networkOf(ip)).toBe('2001:db8:0:0');
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
    expect(networkOf('::1')).toBe('0:0:0:0');
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0');
  });
});
