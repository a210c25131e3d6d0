import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, url-safe: the only source of secrets of the product. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** A secret just made for `id`. @throws Error when there is none: a link without its secret opens nothing, or too much */
export function secretOf(secrets: ReadonlyMap<string, string>, id: string): string {
  const secret = secrets.get(id);
  if (secret === undefined || secret === '') throw new Error('A link was about to be mailed without its secret.');
  return secret;
}

/** What the database keeps of a secret. A secret has full entropy, so a plain hash suffices. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
