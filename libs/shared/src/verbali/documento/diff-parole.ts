import { allinea, type Tratto } from './sequenze.js';

export interface ParteDiff {
  tipo: 'uguale' | 'tolto' | 'aggiunto';
  testo: string;
}

/** Words with their accents and numbers; then, each on its own, runs of white space and single signs. */
const PAROLE = /[\p{L}\p{M}\p{N}_]+|[^\S\n]+|[^\p{L}\p{M}\p{N}_]/gu;

interface Modifica {
  tolto: string;
  aggiunto: string;
  /** What follows unchanged. */
  poi: string;
}

function modifiche(a: readonly string[], b: readonly string[]): Modifica[] {
  const fatte: Modifica[] = [];
  for (const t of allinea(a, b)) {
    const ultima = fatte.at(-1);
    if (!t.uguale) fatte.push({ tolto: unisciTratto(a, t.a0, t.a1), aggiunto: unisciTratto(b, t.b0, t.b1), poi: '' });
    else if (ultima) ultima.poi += unisciTratto(b, t.b0, t.b1);
    else fatte.push({ tolto: '', aggiunto: '', poi: unisciTratto(b, t.b0, t.b1) });
  }
  return fatte;
}

function unisciTratto(parti: readonly string[], da: number, a: number): string {
  return parti.slice(da, a).join('');
}

/** Two texts word by word, as they are aligned: for who must keep track of each word. */
export function modificheDiParole(a: string, b: string): Modifica[] {
  return modifiche(a.match(PAROLE) ?? [], b.match(PAROLE) ?? []);
}

/** A single space that two changes have in common is no news: read as one change, they are read at all. */
function senzaSpaziInMezzo(tutte: readonly Modifica[]): Modifica[] {
  const fuse: Modifica[] = [];
  for (const m of tutte) {
    const prima = fuse.at(-1);
    const cambia = m.tolto !== '' || m.aggiunto !== '';
    if (prima && (prima.poi === '' || (cambia && /^[^\S\n]+$/.test(prima.poi)))) {
      prima.tolto += prima.poi + m.tolto;
      prima.aggiunto += prima.poi + m.aggiunto;
      prima.poi = m.poi;
    } else fuse.push({ ...m });
  }
  return fuse;
}

const righe = (testo: string) => testo.split(/(?<=\n)/).filter(riga => riga !== '');

/** Lines first, words within the lines that changed: a long verbale is compared as quickly as its changes are few. */
function perRigheEParole(a: string, b: string): Modifica[] {
  const [righeA, righeB] = [righe(a), righe(b)];
  return allinea(righeA, righeB).flatMap((t: Tratto) => {
    const [prima, dopo] = [unisciTratto(righeA, t.a0, t.a1), unisciTratto(righeB, t.b0, t.b1)];
    if (t.uguale) return [{ tolto: '', aggiunto: '', poi: dopo }];
    return prima === '' || dopo === '' ? [{ tolto: prima, aggiunto: dopo, poi: '' }] : modificheDiParole(prima, dopo);
  });
}

/**
 * What changed between two texts. The parts that are not `aggiunto`, one after the other, are `a`; those that are not `tolto` are `b`.
 */
export function diffParole(a: string, b: string): ParteDiff[] {
  const parti: ParteDiff[] = [];
  const aggiungi = (tipo: ParteDiff['tipo'], testo: string) => {
    const ultima = parti.at(-1);
    if (testo === '') return;
    if (ultima?.tipo === tipo) ultima.testo += testo;
    else parti.push({ tipo, testo });
  };
  for (const m of senzaSpaziInMezzo(perRigheEParole(a, b))) {
    aggiungi('tolto', m.tolto);
    aggiungi('aggiunto', m.aggiunto);
    aggiungi('uguale', m.poi);
  }
  return parti;
}
