import type { Numerazione } from './piano.schema.js';

/** `A`, `B`, … `Z`, `AA`, … or `1`, `2`, …: the number of the allegato at `posto` (from 0). */
export function numeroAllegato(posto: number, numerazione: Numerazione): string {
  if (numerazione === 'numeri') return String(posto + 1);
  const lettera = String.fromCharCode(65 + (posto % 26));
  return posto < 26 ? lettera : numeroAllegato(Math.floor(posto / 26) - 1, 'lettere') + lettera;
}

/** The same list with one element a place earlier (-1) or later (+1); at the edge, the list as it is. */
export function sposta<T>(lista: readonly T[], posto: number, passo: -1 | 1): readonly T[] {
  const meta = posto + passo;
  const [qui, la] = [lista[posto], lista[meta]];
  if (qui === undefined || la === undefined) return lista;
  return lista.map((x, i) => (i === posto ? la : i === meta ? qui : x));
}
