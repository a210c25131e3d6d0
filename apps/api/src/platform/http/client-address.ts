import type { IncomingMessage } from 'node:http';
import type { Config } from '../config/config.js';

/** The address of who asks, where Fastify is not there to tell: what our own proxy wrote last, or else the other end of the socket. */
export function clientAddress({ headers, socket }: IncomingMessage, { trustProxy }: Pick<Config, 'trustProxy'>): string {
  const forwarded = headers['x-forwarded-for'];
  const last = trustProxy && typeof forwarded === 'string' ? forwarded.slice(forwarded.lastIndexOf(',') + 1).trim() : '';
  return last === '' ? (socket.remoteAddress ?? '') : last;
}
