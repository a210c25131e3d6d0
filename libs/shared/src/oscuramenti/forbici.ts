import { oscuraDocumento, type Documento, type Taglio } from '../verbali/documento/index.js';
import { oscuraTesto, ricorrenze, unisciTagli, type Brano, type Scelti } from './oscura.rules.js';

/** How a text is cut: of each piece, where. */
export type Forbici = (brano: Brano) => readonly Taglio[];

export const forbiciScelte =
  (scelti: Scelti): Forbici =>
  b =>
    scelti.get(b.chiave) ?? [];
export const forbiciParole =
  (parole: readonly string[]): Forbici =>
  b =>
    ricorrenze(b.testo, parole);

export const testoCon = (f: Forbici, chiave: string, dove: string, testo: string): string => oscuraTesto(testo, f({ chiave, dove, testo }));
export const forseCon = (f: Forbici, chiave: string, dove: string, testo: string | null): string | null =>
  testo === null ? null : testoCon(f, chiave, dove, testo);

/** Every paragraph of a document is a piece of its own. */
export function conDocumento(f: Forbici, chiave: string, dove: string, documento: Documento): Documento {
  return oscuraDocumento(documento, (testo, n) => unisciTagli(testo, f({ chiave: `${chiave}.${n}`, dove, testo })));
}

/** The pieces of a text, as a visit of it meets them; empty ones are left out. */
export function braniDi<T>(visita: (f: Forbici, cosa: T) => unknown, cosa: T): Brano[] {
  const brani: Brano[] = [];
  visita(b => {
    if (b.testo.trim() !== '') brani.push(b);
    return [];
  }, cosa);
  return brani;
}
