/**
 * A fresh key of 128 random bits for the `Idempotency-Key` header, so that a double click or a retry is one act only.
 * Not `crypto.randomUUID`: browsers refuse it on the plain http of a demo in the local network.
 */
export function idempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}
