import { conContenuto, conDocumento, oscuraTesto, type ContenutoSezione, type Documento, type Forbici } from '@tavoli/shared';

/** What a column holds: a text, a document, a part of an elaborato, or JSON: whose every string is looked at, or those of some keys where the others are codes and ids. */
export type Genere = 'testo' | 'documento' | 'contenuto' | 'json' | { readonly campi: readonly string[] };

/** The value of a column, cut; every piece of it is shown to the scissors under `chiave`. */
export function conValore(f: Forbici, genere: Genere, chiave: string, dove: string, valore: unknown): unknown {
  if (valore === null || valore === undefined) return valore;
  if (typeof genere === 'object') return foglie(f, chiave, dove, valore, genere.campi);
  switch (genere) {
    case 'testo':
      return oscuraTesto(valore as string, f({ chiave, dove, testo: valore as string }));
    case 'documento':
      return conDocumento(f, chiave, dove, valore as Documento);
    case 'contenuto':
      return conContenuto(f, chiave, dove, valore as ContenutoSezione);
    case 'json':
      return foglie(f, chiave, dove, valore);
  }
}

function foglie(f: Forbici, chiave: string, dove: string, valore: unknown, campi?: readonly string[], nome?: string): unknown {
  if (typeof valore === 'string')
    return campi === undefined || campi.includes(nome ?? '') ? conValore(f, 'testo', chiave, dove, valore) : valore;
  if (Array.isArray(valore)) return valore.map((v, i) => foglie(f, `${chiave}.${i}`, dove, v, campi, nome));
  if (valore !== null && typeof valore === 'object')
    return Object.fromEntries(Object.entries(valore).map(([k, v]) => [k, foglie(f, `${chiave}.${k}`, dove, v, campi, k)]));
  return valore;
}
