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
  | { readonly type: 'bold' }
  | { readonly type: 'italic' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } }
  | { readonly type: 'omissis'; readonly attrs: { readonly motivo: string } };

/** A run of text with the same marks. */
export interface Testo {
  readonly type: 'text';
  readonly text: string;
  readonly marks?: readonly Segno[];
}

export interface Paragrafo {
  readonly type: 'paragraph';
  readonly content?: readonly Testo[];
}

export interface Titolo {
  readonly type: 'heading';
  readonly attrs: { readonly level: 3 | 4 };
  readonly content?: readonly Testo[];
}

export interface Voce {
  readonly type: 'listItem';
  readonly content: readonly (Paragrafo | Lista)[];
}

export interface Lista {
  readonly type: 'bulletList' | 'orderedList';
  readonly content: readonly Voce[];
}

export interface Cella {
  readonly type: 'tableHeader' | 'tableCell';
  readonly content: readonly Paragrafo[];
}

export interface Riga {
  readonly type: 'tableRow';
  readonly content: readonly Cella[];
}

export interface Tabella {
  readonly type: 'table';
  readonly content: readonly Riga[];
}

/** What holds text directly. */
export type BloccoDiTesto = Paragrafo | Titolo;
/** What stands directly in the document. */
export type Blocco = Paragrafo | Titolo | Lista | Tabella;

export interface Documento {
  readonly type: 'doc';
  readonly content: readonly Blocco[];
}

export type Nodo = Documento | Blocco | Voce | Riga | Cella | Testo;
