import { createHash } from 'node:crypto';

/** JSON with sorted keys and no spaces: the same value always gives the same bytes. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
    .join(',')}}`;
}

export const sha256 = (...parts: (string | Buffer)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** What the chain hashes of one act. Instants are milliseconds since 1970, so that no rendering of dates can matter. */
export interface ChainedAct {
  readonly ambitoId: string;
  readonly seq: number;
  readonly atMs: number;
  readonly attore: string | null;
  readonly azione: string;
  readonly oggettoTipo: string;
  readonly oggettoId: string;
  readonly impegno: Buffer;
}

export const GENESIS: Buffer = Buffer.alloc(32);

/** Hash of an act on top of the one before it. */
export function chainHash(prev: Buffer, act: ChainedAct): Buffer {
  return sha256(prev, canonical({ ...act, impegno: act.impegno.toString('hex') }));
}

/** Salted commitment to the details of an act: says nothing of them once details and salt are erased. */
export function commitment(salt: Buffer, contenuto: unknown): Buffer {
  return sha256(salt, canonical(contenuto));
}
