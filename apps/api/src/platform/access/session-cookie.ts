import type { Config } from '../config/config.js';

/** Sessions last 30 days from sign-in. */
export const SESSION_DAYS = 30;

const isSecure = (config: Config) => config.publicOrigin.startsWith('https:');

/** `__Host-` binds the cookie to this host over TLS; on the demo's plain http a browser would refuse it. */
export function cookieName(config: Config): string {
  return isSecure(config) ? '__Host-sessione' : 'sessione';
}

export function sessionCookie(config: Config, token: string): string {
  return serialize(config, token, SESSION_DAYS * 86_400);
}

export function expiredSessionCookie(config: Config): string {
  return serialize(config, '', 0);
}

function serialize(config: Config, value: string, maxAge: number): string {
  return `${cookieName(config)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${isSecure(config) ? '; Secure' : ''}`;
}
