import type { TavoloBreve } from '../incontri/incontro.views.js';
import type { TipoRicerca } from './ricerca.schema.js';

/** A piece of text; `trovato` when it is one of the words looked for. */
export interface PezzoTesto {
  readonly testo: string;
  readonly trovato: boolean;
}

export interface RisultatoView {
  readonly tipo: TipoRicerca;
  readonly id: string;
  readonly titolo: string;
  /** Path of its page, below the ambito: `/verbali/<id>`. */
  readonly percorso: string;
  readonly tavoli: readonly TavoloBreve[];
  readonly quando: string | null;
  readonly estratto: readonly PezzoTesto[];
}

/** How many of the results each choice would leave. */
export interface FaccetteView {
  readonly tipi: readonly { readonly tipo: TipoRicerca; readonly quanti: number }[];
  readonly tavoli: readonly { readonly tavolo: TavoloBreve; readonly quanti: number }[];
  readonly anni: readonly { readonly anno: number; readonly quanti: number }[];
}

export interface RicercaView {
  readonly items: readonly RisultatoView[];
  readonly quanti: number;
  /** There are more than were put in order: only the latest were. */
  readonly altri: boolean;
  readonly pagina: number;
  readonly faccette: FaccetteView;
  /** What was looked for instead, when nothing was found of what was written; null otherwise. */
  readonly corretta: string | null;
}
