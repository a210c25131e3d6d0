import type { Blocco, Documento } from './documento.tipi.js';
import { chiaveDi } from './nodi.js';
import { allinea } from './sequenze.js';

/** Blocks that both sides changed. The document holds theirs, `quanti` blocks from `indice` on, until somebody chooses. */
export interface Conflitto {
  indice: number;
  quanti: number;
  base: Blocco[];
  mio: Blocco[];
  loro: Blocco[];
}

export interface Unione {
  documento: Documento;
  conflitti: Conflitto[];
}

interface Lato {
  readonly blocchi: readonly Blocco[];
  readonly chiavi: readonly string[];
}

/** A side put `blocchi` where the base has [da, a). */
interface Modifica {
  da: number;
  a: number;
  blocchi: readonly Blocco[];
}

const lato = (doc: Documento): Lato => ({ blocchi: doc.content, chiavi: doc.content.map(chiaveDi) });

/** Changes of a side; as many blocks for as many blocks are as many changes, so that neighbours do not quarrel. */
function modificheDi(base: Lato, suo: Lato): Modifica[] {
  return allinea(base.chiavi, suo.chiavi).flatMap(t => {
    if (t.uguale) return [];
    const blocchi = suo.blocchi.slice(t.b0, t.b1);
    if (blocchi.length !== t.a1 - t.a0) return [{ da: t.a0, a: t.a1, blocchi }];
    return blocchi.map((blocco, i) => ({ da: t.a0 + i, a: t.a0 + i + 1, blocchi: [blocco] }));
  });
}

/** They share a block of the base, or put something at the same point of it. */
function siToccano(x: { da: number; a: number }, y: { da: number; a: number }): boolean {
  return (x.da < y.a && y.da < x.a) || (x.da === y.da && x.a === y.a);
}

interface Zona {
  da: number;
  a: number;
  mie: Modifica[];
  loro: Modifica[];
}

/** The changes of both in order; those that touch are of one zone. At the same point what is put in comes before what is changed. */
function zone(mie: readonly Modifica[], loro: readonly Modifica[]): Zona[] {
  const tutte = [...mie.map(m => ({ m, mia: true })), ...loro.map(m => ({ m, mia: false }))];
  tutte.sort((x, y) => x.m.da - y.m.da || x.m.a - y.m.a);
  const fatte: Zona[] = [];
  for (const { m, mia } of tutte) {
    let zona = fatte.at(-1);
    if (!zona || !siToccano(zona, m)) fatte.push((zona = { da: m.da, a: m.a, mie: [], loro: [] }));
    zona.a = Math.max(zona.a, m.a);
    (mia ? zona.mie : zona.loro).push(m);
  }
  return fatte;
}

/** What a side made of a zone. */
function versione(base: Lato, zona: Zona, modifiche: readonly Modifica[]): Blocco[] {
  const fatta: Blocco[] = [];
  let i = zona.da;
  for (const m of modifiche) {
    fatta.push(...base.blocchi.slice(i, m.da), ...m.blocchi);
    i = m.a;
  }
  return [...fatta, ...base.blocchi.slice(i, zona.a)];
}

const uguali = (x: readonly Blocco[], y: readonly Blocco[]) =>
  x.length === y.length && x.every((blocco, i) => chiaveDi(blocco) === chiaveDi(y[i] as Blocco));

const documento = (content: Blocco[]): Documento => ({
  type: 'doc',
  content: content.length > 0 ? content : [{ type: 'paragraph' }],
});

/**
 * Two versions grown from the same one become one, block by block. What one side alone changed is taken; what both changed in the
 * same way is taken once; what they changed differently is a conflict that carries both, and is never decided here.
 */
export function unisci(base: Documento, mio: Documento, loro: Documento): Unione {
  const [b, m, l] = [lato(base), lato(mio), lato(loro)];
  const content: Blocco[] = [];
  const conflitti: Conflitto[] = [];
  let i = 0;
  for (const zona of zone(modificheDi(b, m), modificheDi(b, l))) {
    content.push(...b.blocchi.slice(i, zona.da));
    const [mia, sua] = [versione(b, zona, zona.mie), versione(b, zona, zona.loro)];
    const contesa = zona.mie.length > 0 && zona.loro.length > 0 && !uguali(mia, sua);
    if (contesa)
      conflitti.push({ indice: content.length, quanti: sua.length, base: b.blocchi.slice(zona.da, zona.a), mio: mia, loro: sua });
    content.push(...(zona.loro.length > 0 ? sua : mia));
    i = zona.a;
  }
  content.push(...b.blocchi.slice(i));
  return { documento: documento(content), conflitti };
}

export type Scelta = 'mio' | 'loro' | 'entrambi';

/** The document once somebody has chosen, conflict by conflict; where nobody chose both versions stay, mine first. */
export function risolvi({ documento: doc, conflitti }: Unione, scelte: readonly Scelta[]): Documento {
  const content: Blocco[] = [];
  let i = 0;
  conflitti.forEach((c, n) => {
    const scelta = scelte[n] ?? 'entrambi';
    content.push(...doc.content.slice(i, c.indice), ...(scelta === 'loro' ? [] : c.mio), ...(scelta === 'mio' ? [] : c.loro));
    i = c.indice + c.quanti;
  });
  return documento([...content, ...doc.content.slice(i)]);
}
