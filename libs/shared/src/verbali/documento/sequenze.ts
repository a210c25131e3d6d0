import { diffArrays } from 'diff';

/** What stood at [a0, a1) of the first sequence stands at [b0, b1) of the second. */
export interface Tratto {
  uguale: boolean;
  a0: number;
  a1: number;
  b0: number;
  b1: number;
}

/** Above this the two have so little in common that looking for it costs more than it tells. */
const MODIFICHE_MASSIME = 1_500;

/** How the second sequence comes from the first: equal stretches and, between them, changed ones. Same input, same answer. */
export function allinea(a: readonly string[], b: readonly string[]): Tratto[] {
  const comune = Math.min(a.length, b.length);
  let testa = 0;
  while (testa < comune && a[testa] === b[testa]) testa += 1;
  let coda = 0;
  while (coda < comune - testa && a[a.length - 1 - coda] === b[b.length - 1 - coda]) coda += 1;
  const fineA = a.length - coda;
  const fineB = b.length - coda;
  return [
    { uguale: true, a0: 0, a1: testa, b0: 0, b1: testa },
    ...inMezzo(a.slice(testa, fineA), b.slice(testa, fineB)).map(t => sposta(t, testa)),
    { uguale: true, a0: fineA, a1: a.length, b0: fineB, b1: b.length },
  ].filter(t => t.a1 > t.a0 || t.b1 > t.b0);
}

function sposta(t: Tratto, di: number): Tratto {
  return { uguale: t.uguale, a0: t.a0 + di, a1: t.a1 + di, b0: t.b0 + di, b1: t.b1 + di };
}

function inMezzo(a: string[], b: string[]): Tratto[] {
  const tutto: Tratto = { uguale: false, a0: 0, a1: a.length, b0: 0, b1: b.length };
  if (a.length === 0 || b.length === 0) return [tutto];
  const parti = diffArrays(a, b, { maxEditLength: MODIFICHE_MASSIME });
  if (!parti) return [tutto];
  const tratti: Tratto[] = [];
  let [i, j] = [0, 0];
  for (const parte of parti) {
    const uguale = !parte.added && !parte.removed;
    const [i1, j1] = [parte.added ? i : i + parte.value.length, parte.removed ? j : j + parte.value.length];
    const ultimo = tratti.at(-1);
    if (ultimo && ultimo.uguale === uguale) [ultimo.a1, ultimo.b1] = [i1, j1];
    else tratti.push({ uguale, a0: i, a1: i1, b0: j, b1: j1 });
    [i, j] = [i1, j1];
  }
  return tratti;
}
