import type { IncomingMessage } from 'node:http';
import { createTestDatabase } from '../../../testing/database.js';
import { listeningPortal } from '../../../testing/portal.js';
import { readConfig } from '../config/config.js';
import { clientAddress } from './client-address.js';
import { trusted } from './trust.js';

const config = (value: string) => readConfig({ TRUST_PROXY: value }).trustProxy;

describe('TRUST_PROXY', () => {
  it('takes addresses and networks, and the old words', () => {
    expect(config('10.0.0.5, 172.16.0.0/12,2001:db8::/32')).toEqual(['10.0.0.5', '172.16.0.0/12', '2001:db8::/32']);
    expect([config('true'), config('false'), config('')]).toEqual([true, false, false]);
  });

  it.each(['yes', '10.0.0', '10.0.0.5/33', '10.0.0.5/x', '0.0.0.0/0', '10.0.0.5,', 'proxy.example', '::1/129'])(
    'refuses %s with a sentence',
    value => {
      expect(() => config(value)).toThrow('La variabile TRUST_PROXY non è valida: deve essere un elenco di indirizzi o reti');
    },
  );

  it('B-13, B-17: believes the proxies of the list at any hop, and nobody else', () => {
    const trusts = trusted(config('10.0.0.5,172.16.0.0/12,2001:db8::/32'));
    expect(['10.0.0.5', '::ffff:10.0.0.5', '172.20.1.1', '2001:db8::7'].map(a => trusts(a, 3))).toEqual([true, true, true, true]);
    expect(['10.0.0.6', '192.168.0.1', '2001:db9::7', 'unknown', undefined].map(a => trusts(a, 0))).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    expect([trusted(true)('203.0.113.9', 0), trusted(true)('203.0.113.9', 1), trusted(false)('127.0.0.1', 0)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('B-13: a socket comes from the last address that no proxy of ours has', () => {
    const from = (trust: string, remoteAddress: string, forwarded?: string) =>
      clientAddress({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } } as unknown as IncomingMessage, {
        trustProxy: config(trust),
      });
    expect(from('10.0.0.5,172.16.0.0/12', '10.0.0.5', '198.51.100.1, 203.0.113.9, 172.16.0.9')).toBe('203.0.113.9');
    expect(from('10.0.0.5', '203.0.113.7', '198.51.100.1')).toBe('203.0.113.7');
    expect([
      from('true', '10.0.0.5', '198.51.100.1, 203.0.113.9'),
      from('false', '10.0.0.5', '203.0.113.9'),
      from('10.0.0.5', '10.0.0.5'),
    ]).toEqual(['203.0.113.9', '10.0.0.5', '10.0.0.5']);
  });

  it('B-17: a name for the request is taken only from a proxy of the list', async () => {
    const database = await createTestDatabase();
    const named = async (value: string) => {
      const portal = await listeningPortal(database.url, { overrides: { TRUST_PROXY: value } });
      const { headers } = await portal.ask('/health/live', { headers: { 'X-Request-Id': 'dato-dal-proxy' } });
      await portal.close();
      return headers['x-request-id'];
    };
    expect(await named('10.0.0.5')).not.toBe('dato-dal-proxy');
    expect(await named('127.0.0.0/8')).toBe('dato-dal-proxy');
    await database.drop();
  });
});
