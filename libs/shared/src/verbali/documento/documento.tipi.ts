/** What a verbale is written in: ProseMirror JSON, and of it only this. */

export const CARATTERI_MASSIMI = 100_000;
export const NODI_MASSIMI = 5_000;
/** Nodes from the document down to a paragraph, both counted: three lists one inside the other. */
export const PROFONDITA_MASSIMA = 8;
/** Document, then list and item for each level, then the paragraph. */
export const LISTE_MASSIME = (PROFONDITA_MASSIMA - 2) / 2;
export const COLONNE_MASSIME = 6;
export const RIGHE_MASSIME = 60;
export const HREF_MASSIMO = 2_000;
export const MOTIVO_MASSIMO = 200;

export type Segno =
  { type: 'bold' } | { type: 'italic' } | { type: 'link'; attrs: { href: string } } | { type: 'omissis'; attrs: { motivo: string } };

/** A run of text with the same marks. */
export interface Testo {
  type: 'text';
  text: string;
  marks?: Segno[];
}

export interface Paragrafo {
  type: 'paragraph';
  content?: Testo[];
}

export interface Titolo {
  type: 'heading';
  attrs: { level: 3 | 4 };
  content?: Testo[];
}

export interface Voce {
  type: 'listItem';
  content: (Paragrafo | Lista)[];
}

export interface Lista {
  type: 'bulletList' | 'orderedList';
  content: Voce[];
}

export interface Cella {
  type: 'tableHeader' | 'tableCell';
  content: Paragrafo[];
}

export interface Riga {
  type: 'tableRow';
  content: Cella[];
}

export interface Tabella {
  type: 'table';
  content: Riga[];
}

/** What holds text directly. */
export type BloccoDiTesto = Paragrafo | Titolo;
/** What stands directly in the document. */
export type Blocco = Paragrafo | Titolo | Lista | Tabella;

export interface Documento {
  type: 'doc';
  content: Blocco[];
}

export type Nodo = Documento | Blocco | Voce | Riga | Cella | Testo;
