import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, url-safe: the only source of secrets of the product. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a secret. A secret has full entropy, so a plain hash suffices. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
