import type { Config } from '../config/config.js';
import { hostCheck } from './hosts.js';
import { isOwnOrigin } from './own-origin.js';

const production = { publicOrigin: 'https://tavoli.test', env: 'production', demo: false } as Config;
const demo = { publicOrigin: 'http://localhost:3000', env: 'development', demo: true } as Config;
const development = { ...demo, demo: false } as Config;

describe('The Host of a request', () => {
  it('B-17: in production is the portal’s own and no other', () => {
    const accepts = hostCheck(production);
    expect(accepts('tavoli.test')).toBe(true);
    const refused = [
      undefined,
      '',
      'localhost',
      '127.0.0.1',
      '192.168.1.2',
      'tavoli.test:8080',
      'tavoli.test.evil.example',
      'evil.example',
      'TAVOLI.TEST@evil',
    ];
    expect(refused.filter(host => accepts(host))).toEqual([]);
  });

  it('in the demo is also this machine and any private address, so that a phone can open it', () => {
    const accepts = hostCheck(demo);
    const accepted = [
      'localhost:3000',
      'localhost',
      'LOCALHOST:4200',
      '127.0.0.1:3000',
      '[::1]:3000',
      '192.168.1.20:3000',
      '10.1.2.3',
      '172.16.0.9:3000',
      '169.254.1.1',
      '[fe80::1]:3000',
      '[fd00::5]',
    ];
    expect(accepted.filter(host => !accepts(host))).toEqual([]);
  });

  it('B-17: in the demo is never a name that somebody points at us, nor a public address', () => {
    const accepts = hostCheck(demo);
    const refused = [
      'evil.example',
      'localhost.evil.example',
      '8.8.8.8',
      '172.32.0.1',
      '[2001:db8::1]',
      'localhost:3000:1',
      '127.0.0.1@evil.example',
      '[::1',
      '0x7f.1',
      'localhost/evil',
    ];
    expect(refused.filter(host => accepts(host))).toEqual([]);
  });

  it('on a developer’s real database is this machine only', () => {
    const accepts = hostCheck(development);
    expect([accepts('127.0.0.1:3000'), accepts('192.168.1.20:3000')]).toEqual([true, false]);
  });
});

describe('The Origin of a request', () => {
  it('is ours: the public one, and in the demo the host that was asked', () => {
    expect(isOwnOrigin(production, 'https://tavoli.test', 'tavoli.test')).toBe(true);
    expect(isOwnOrigin(demo, 'http://192.168.1.20:3000', '192.168.1.20:3000')).toBe(true);
  });

  it.each([undefined, 'null', 'http://evil.example', 'https://tavoli.test.evil.example', 'http://tavoli.test'])(
    'B-10: %s is not',
    origin => {
      expect(isOwnOrigin(production, origin, 'tavoli.test')).toBe(false);
      expect(isOwnOrigin(demo, origin, 'localhost:3000')).toBe(false);
    },
  );
});
