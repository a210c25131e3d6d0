import type { IncomingMessage } from 'node:http';
import type { Config } from '../config/config.js';
import { trusted } from './trust.js';

/** The address of who asks, where Fastify is not there to tell: of the addresses that proxies wrote, the last that is not one of ours, or else the other end of the socket. */
export function clientAddress({ headers, socket }: IncomingMessage, { trustProxy }: Pick<Config, 'trustProxy'>): string {
  const trusts = trusted(trustProxy);
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  let address = socket.remoteAddress ?? '';
  for (let hop = 0; trusts(address, hop) && forwarded.length > 0; hop += 1) address = forwarded.pop()?.trim() || address;
  return address;
}
