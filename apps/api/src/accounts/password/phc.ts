import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** Cost of one argon2id hash: memory in KiB, passes, lanes. */
export interface Cost {
  readonly m: number;
  readonly t: number;
  readonly p: number;
}

/** OWASP's first choice for argon2id: 19 MiB, 2 passes, 1 lane. About 35 ms. */
const COST: Cost = { m: 19_456, t: 2, p: 1 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;
const FORM = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

interface Stored {
  readonly cost: Cost;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** The string to store for a password, in PHC form: `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>`. */
export async function hashPassword(password: string, cost: Cost = COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return encode({ cost, salt, hash: await run(password, cost, salt, HASH_BYTES) });
}

/** Whether `password` is the one stored. False for a string that is not in PHC form. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const parsed = decode(stored);
  if (parsed === null) return false;
  return timingSafeEqual(await run(password, parsed.cost, parsed.salt, parsed.hash.length), parsed.hash);
}

/** Whether the string was made with other parameters than today's. */
export function isOutdated(stored: string): boolean {
  const cost = decode(stored)?.cost;
  return cost === undefined || cost.m !== COST.m || cost.t !== COST.t || cost.p !== COST.p;
}

/** A string no password matches, that takes as long to verify as a real one. */
export function unmatchable(): string {
  return encode({ cost: COST, salt: randomBytes(SALT_BYTES), hash: randomBytes(HASH_BYTES) });
}

/** The same word typed on two systems may be composed differently («è» as one character or two): NFKC makes them one. */
function run(password: string, { m, t, p }: Cost, salt: Buffer, length: number): Promise<Buffer> {
  return derive('argon2id', {
    message: Buffer.from(password.normalize('NFKC')),
    nonce: salt,
    memory: m,
    passes: t,
    parallelism: p,
    tagLength: length,
  });
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

function encode({ cost: { m, t, p }, salt, hash }: Stored): string {
  return `$argon2id$v=19$m=${m},t=${t},p=${p}$${base64(salt)}$${base64(hash)}`;
}

function decode(stored: string): Stored | null {
  const [, m, t, p, salt, hash] = FORM.exec(stored) ?? [];
  if (salt === undefined || hash === undefined) return null;
  return { cost: { m: Number(m), t: Number(t), p: Number(p) }, salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') };
}
