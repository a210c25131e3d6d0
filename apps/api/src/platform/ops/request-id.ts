import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const FROM_PROXY = /^[A-Za-z0-9-]{8,64}$/;

/** Names requests: unique across processes and restarts, and short enough to read over the phone. A trusted proxy may name them itself. */
export function requestIds(trustProxy: boolean): (request: IncomingMessage) => string {
  const process = randomBytes(5).toString('hex');
  let count = 0;
  return request => {
    const given = trustProxy ? request.headers['x-request-id'] : undefined;
    return typeof given === 'string' && FROM_PROXY.test(given) ? given : `${process}-${(++count).toString(36)}`;
  };
}
