import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { hashSecret, newSecret } from '../../platform/tokens/secret.js';
import { SESSION_DAYS } from '../../platform/access/session-cookie.js';

/** Starts a session of an account. @returns the secret for the cookie: only its hash is stored */
export async function openSession(db: EntityManager, accountId: string, userAgent: string | undefined): Promise<string> {
  const token = newSecret();
  await db.query(
    `INSERT INTO sessione (id, token_hash, account_id, dispositivo, scade_at) VALUES ($1, $2, $3, $4, now() + make_interval(days => $5))`,
    [randomUUID(), hashSecret(token), accountId, deviceName(userAgent ?? ''), SESSION_DAYS],
  );
  return token;
}

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/, 'iPhone o iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
];
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

/** `Firefox su Windows`: enough for people to know their own devices, too little to follow them. */
export function deviceName(userAgent: string): string {
  const find = (table: typeof SYSTEMS) => table.find(([pattern]) => pattern.test(userAgent))?.[1];
  const [browser, system] = [find(BROWSERS), find(SYSTEMS)];
  return browser && system ? `${browser} su ${system}` : 'Dispositivo sconosciuto';
}
