import { ProblemError } from '../problem/problem.error.js';

/** Where a page of a list ends: the columns it is ordered by, in order; the last is the id. */
export type Cursore = readonly (string | number)[];

export const scriviCursore = (valori: Cursore): string => Buffer.from(JSON.stringify(valori)).toString('base64url');

const INSTANT = /^\d{4}-\d\d-\d\d[ T][\d:.+-]{1,25}$|^infinity$/;
/** Longer than what any list is ordered by (`INIZIO`). */
const TESTO_MASSIMO = 400;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What the columns of a list may be. */
export type FormaCursore = 'numero' | 'istante' | 'testo' | 'id';

/** @param forma what each value must be @throws ProblemError 400 on a cursor that we did not make */
export function leggiCursore(value: string | undefined, forma: readonly FormaCursore[]): Cursore | null {
  if (value === undefined) return null;
  const valori = parse(value);
  const buono = (v: unknown, i: number): boolean => {
    if (forma[i] === 'numero') return typeof v === 'number' && Number.isInteger(v) && Math.abs(v) < 1000;
    if (typeof v !== 'string') return false;
    if (forma[i] === 'testo') return v.length <= TESTO_MASSIMO && !v.includes('\0');
    return forma[i] === 'id' ? UUID.test(v) : INSTANT.test(v) && (v === 'infinity' || !Number.isNaN(Date.parse(v)));
  };
  if (!Array.isArray(valori) || valori.length !== forma.length || !valori.every(buono)) throw new ProblemError('richiesta.non_valida');
  return valori as Cursore;
}

function parse(value: string): unknown {
  try {
    return JSON.parse(Buffer.from(value, 'base64url').toString());
  } catch {
    return null;
  }
}
