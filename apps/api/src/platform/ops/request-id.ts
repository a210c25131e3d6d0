import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Config } from '../config/config.js';
import { trusted } from '../http/trust.js';

const FROM_PROXY = /^[A-Za-z0-9-]{8,64}$/;

/** Names requests: unique across processes and restarts, and short enough to read over the phone. A trusted proxy may name them itself. */
export function requestIds(trustProxy: Config['trustProxy']): (request: IncomingMessage) => string {
  const trusts = trusted(trustProxy);
  const process = randomBytes(5).toString('hex');
  let count = 0;
  return request => {
    const given = trusts(request.socket.remoteAddress, 0) ? request.headers['x-request-id'] : undefined;
    return typeof given === 'string' && FROM_PROXY.test(given) ? given : `${process}-${(++count).toString(36)}`;
  };
}
