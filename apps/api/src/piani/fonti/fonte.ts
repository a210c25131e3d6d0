import type { TipoAllegato } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type { Pezzo } from '../../platform/pdf/pezzi.js';
import type { PdfRenderer } from '../../platform/pdf/pdf-renderer.js';

/** Which allegato, of which Piano: what a source needs to know. */
export interface Richiesta {
  /** All sources of a dossier read through one snapshot of the database. */
  readonly db: EntityManager;
  readonly ambitoId: string;
  readonly pianoId: string;
  /** Null: every tavolo of the Piano. */
  readonly tavoloId: string | null;
  readonly elaboratoId: string | null;
  readonly file: { readonly nome: string; readonly bytes: number; readonly sha256: string } | null;
  readonly ambito: { readonly nome: string; readonly capofila: string };
  /** The only clock: when the dossier was asked for. */
  readonly at: Date;
}

/** A part to be printed: heading (2, or 3 below a 2: an accessible PDF skips no level), facts in two columns, text. Of level 2, it stands in the contents unless `inIndice` is false. */
export interface Parte {
  readonly titolo: string;
  readonly livello: 2 | 3;
  readonly inIndice?: false;
  readonly fatti: readonly (readonly [nome: string, valore: string])[];
  readonly pezzi: readonly Pezzo[];
}

/** An original file: one that the portal already keeps, or one that is made when the dossier is. */
export type Originale = { readonly titolo: string; readonly nome: string } & (
  { readonly sha256: string; readonly bytes: number } | { readonly crea: (pdf: PdfRenderer) => Promise<Buffer> }
);

export interface ContenutoAllegato {
  readonly introduzione: string | null;
  readonly parti: readonly Parte[];
  /** None: a PDF of the parts is made, so that every allegato has a file that can be verified. */
  readonly originali: readonly Originale[];
}

/** Where an allegato of a kind comes from. One small file for each kind; `fonti/index.ts` lists them. */
export interface FonteAllegato {
  readonly tipo: TipoAllegato;
  /** How the kind is called above its title. */
  readonly etichetta: string;
  /** What it is called unless the coordinatore says otherwise; null: there is no such thing in this ambito. */
  titolo(r: Richiesta): Promise<string | null>;
  /** What stands in it now; null: nothing yet. */
  contenuto(r: Richiesta): Promise<ContenutoAllegato | null>;
}

/** How the kinds that have no title of their own are called. */
export const TITOLI_ALLEGATO = {
  verbali: 'Verbali degli incontri',
  elenco_rappresentanti: 'Elenco dei rappresentanti',
  registro_presenze: 'Registro degli incontri e delle presenze',
  contributi: 'Contributi ricevuti e risposte',
} as const satisfies Partial<Record<TipoAllegato, string>>;

/** `base` of `Tavolo Anziani`, or of all the tavoli. @returns null when the tavolo is not of this ambito */
export async function titoloPerTavolo(r: Richiesta, base: string): Promise<string | null> {
  if (r.tavoloId === null) return base;
  const [tavolo] = await r.db.query<{ nome: string }[]>('SELECT nome FROM tavolo WHERE ambito_id = $1 AND id = $2', [
    r.ambitoId,
    r.tavoloId,
  ]);
  return tavolo ? `${base}: ${tavolo.nome}` : null;
}

/** A table as one piece: heads, rows, and how wide each column is beside the others. */
export function tabella(teste: readonly string[], righe: readonly (readonly string[])[], colonne?: readonly number[]): Pezzo {
  return { tipo: 'tab', righe: [teste, ...righe], ...(colonne === undefined ? {} : { colonne }) };
}

export const paragrafo = (testo: string): Pezzo => ({ tipo: 'p', testo: [[testo, '']] });
