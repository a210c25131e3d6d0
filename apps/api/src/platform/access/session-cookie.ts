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

/** Tells a browser from another when somebody signs in again; it opens nothing. @param days how long it is kept */
export function deviceCookie(config: Config, secret: string, days: number): string {
  return serialize(config, secret, days * 86_400, isSecure(config) ? '__Host-dispositivo' : 'dispositivo');
}

/** The value of a cookie of the request; null when it is not there. */
export function cookieValue(header: string | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

function serialize(config: Config, value: string, maxAge: number, name = cookieName(config)): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${isSecure(config) ? '; Secure' : ''}`;
}
