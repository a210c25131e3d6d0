/** Cells of a row by field, as text. A field that is not given is not there, or empty. */
export type Celle = Readonly<Record<string, string>>;

/** How a cell is read: what a form would send for it. */
export type Forma =
  | { readonly forma: 'testo' | 'intero' | 'giorno' | 'elenco' }
  /** One of a list: written by its words, read by its words or its code. */
  | { readonly forma: 'scelta'; readonly valori: Readonly<Record<string, string>> };

/** A column that a kind of caricamento knows. */
export interface Campo {
  /** Where its value stands in the schema of the form, its names parted by dots: `sedeLegale.cap`. */
  readonly percorso: string;
  /** Heading of the template and of the export. */
  readonly nome: string;
  /** What goes there, in words that end a sentence. */
  readonly descrizione: string;
  /** What the template shows in its one row. */
  readonly esempio: string;
  readonly obbligatorio: boolean;
  readonly come: Forma;
  /** Other headings by which it is known. */
  readonly altriNomi: readonly string[];
}

interface Altro {
  readonly come?: Forma;
  readonly altriNomi?: readonly string[];
}

/** For the tables of fields, one line each. */
export const campo = (
  percorso: string,
  nome: string,
  descrizione: string,
  esempio: string,
  { come = { forma: 'testo' }, altriNomi = [] }: Altro = {},
): Campo => ({ percorso, nome, descrizione, esempio, obbligatorio: true, come, altriNomi });

/** The same of one that may stay empty. */
export const campoFacoltativo = (...args: Parameters<typeof campo>): Campo => ({ ...campo(...args), obbligatorio: false });

/** A kind of caricamento, as data: its page, its template and its reading are made of this. */
export interface DefinizioneTipo {
  readonly nome: string;
  /** What a row is, and what it is told by. */
  readonly descrizione: string;
  /** The field that is told when a row repeats another. */
  readonly chiave: string;
  readonly campi: readonly Campo[];
  /** Parts of the schema that are null when none of their cells is filled. */
  readonly gruppi: readonly string[];
  /** The words that stand for a row in the table of outcomes. */
  readonly titolo: (celle: Celle) => string;
  /** To whom messages go, once it is done; null: to nobody. */
  readonly messaggi: string | null;
}
