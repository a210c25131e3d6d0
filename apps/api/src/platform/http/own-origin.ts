import type { Config } from '../config/config.js';

/**
 * Whether a request comes from our own pages. In the demo the portal answers on any local address, so there its origin is the host
 * that was asked (the host check has already refused the others).
 */
export function isOwnOrigin(config: Config, origin: string | undefined, host: string | undefined): boolean {
  return origin !== undefined && (origin === config.publicOrigin || (config.demo && origin === `http://${host ?? ''}`));
}
