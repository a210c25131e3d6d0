import fc from 'fast-check';
import { networkForLog, networkOf, networksOf, wideningOf } from './network.js';

describe('The networks of an address', () => {
  it.each([
    ['192.0.2.77', ['192.0.2.77/32', '192.0.2.0/24']],
    ['::ffff:192.0.2.77', ['192.0.2.77/32', '192.0.2.0/24']],
    ['::ffff:c000:24d', ['192.0.2.77/32', '192.0.2.0/24']],
    ['2001:db8:1:2ab3:4:5:6:7', ['2001:db8:1:2ab3::/64', '2001:db8:1:2a00::/56', '2001:db8:1:0::/48']],
    ['2001:db8::1', ['2001:db8:0:0::/64', '2001:db8:0:0::/56', '2001:db8:0:0::/48']],
    ['fe80::1%eth0', ['fe80:0:0:0::/64', 'fe80:0:0:0::/56', 'fe80:0:0:0::/48']],
    ['::1', ['0:0:0:0::/64', '0:0:0:0::/56', '0:0:0:0::/48']],
    ['', ['sconosciuta']],
    ['10.0.0.300', ['sconosciuta']],
    [`${'1:'.repeat(5000)}`, ['sconosciuta']],
  ])('%s: %j', (ip, networks) => expect(networksOf(ip)).toEqual(networks));

  it('limits count by /24 and /64, logs say /24 and /48', () => {
    expect(['192.0.2.77', '::ffff:192.0.2.77', '2001:db8:1:2ab3::9', 'boh'].map(networkOf)).toEqual([
      '192.0.2.0/24',
      '192.0.2.0/24',
      '2001:db8:1:2ab3::/64',
      'sconosciuta',
    ]);
    expect(['192.0.2.77', '2001:db8:1:2ab3::9', 'boh'].map(networkForLog)).toEqual(['192.0.2.0/24', '2001:db8:1:0::/48', 'sconosciuta']);
  });

  it('a network knows the wider ones it stands in', () => {
    expect(wideningOf('2001:db8:1:2ab3::/64')).toEqual(['2001:db8:1:2ab3::/64', '2001:db8:1:2a00::/56', '2001:db8:1:0::/48']);
    expect(wideningOf('2001:db8:1:2a00::/56')).toEqual(['2001:db8:1:2a00::/56', '2001:db8:1:0::/48']);
    expect(wideningOf('192.0.2.0/24')).toEqual(['192.0.2.0/24']);
    expect(wideningOf('192.0.2.7/32')).toEqual(['192.0.2.7/32', '192.0.2.0/24']);
    expect(wideningOf('demo')).toEqual(['demo']);
  });

  it('B-13: however an address is written, it stands in the same networks, and the last 64 bits never count', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 }),
        fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 4, maxLength: 4 }),
        (groups, other) => {
          fc.pre(groups.slice(0, 4).some(group => group !== 0));
          const text = groups.map(group => group.toString(16)).join(':');
          const padded = groups.map(group => group.toString(16).padStart(4, '0').toUpperCase()).join(':');
          const neighbour = [...groups.slice(0, 4), ...other].map(group => group.toString(16)).join(':');
          const canonical = new URL(`http://[${text}]`).hostname.slice(1, -1);
          for (const written of [padded, neighbour, canonical]) expect(networksOf(written)).toEqual(networksOf(text));
          expect(wideningOf(networkOf(text))).toEqual(networksOf(text));
        },
      ),
    );
  });
});
