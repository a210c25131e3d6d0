import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

/** PostgreSQL's own default; more adds nothing to 256 random bits. */
const ITERATIONS = 4096;

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** 256 bits, in characters that need no quoting in SQL, URLs or files. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** The password of a role, derived from the administrator's, which it does not reveal: one secret to keep. */
export const passwordOf = (secret: string, role: string): string => hmac(secret, role).toString('base64url');

/**
 * What PostgreSQL stores of a password (SCRAM-SHA-256, RFC 5803): enough to recognise it, not to sign in.
 * So the password itself never passes through a file, an argument or a log that others may read.
 */
export function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const stored = createHash('sha256').update(hmac(salted, 'Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored}:${hmac(salted, 'Server Key').toString('base64')}`;
}
