import { ProblemError } from '../problem/problem.error.js';

/** An opaque cursor over rows ordered by (instant, id): walking pages under concurrent inserts gives each earlier row exactly once. */
export interface Cursor {
  readonly at: string;
  readonly id: string;
}

const UUID = /^[0-9a-f-]{36}$/;

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(`${cursor.at}|${cursor.id}`).toString('base64url');
}

/** @throws ProblemError 400 on a cursor that we did not make */
export function decodeCursor(value: string | undefined): Cursor | null {
  if (value === undefined) return null;
  const [at, id] = Buffer.from(value, 'base64url').toString().split('|');
  if (at === undefined || id === undefined || !UUID.test(id) || Number.isNaN(Date.parse(at)))
    throw new ProblemError('richiesta.non_valida');
  return { at, id };
}
