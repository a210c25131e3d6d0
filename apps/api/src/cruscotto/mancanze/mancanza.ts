import type { TipoMancanza } from '@tavoli/shared';

export interface Destinatario {
  readonly name: string;
  /** Null: the portal knows who, not where to write. */
  readonly address: string | null;
}

/** One thing that is missing, as the query of its kind found it. */
export interface RigaMancanza {
  readonly oggettoId: string;
  readonly tavolo: { readonly id: string; readonly slug: string; readonly nome: string } | null;
  /** What it is called; `altro` as the kind needs it. */
  readonly nome: string;
  readonly altro: string | null;
  readonly dal: Date | null;
  readonly chi: readonly Destinatario[];
}

/**
 * A kind of thing that may be missing. A new kind is one file here, one line in `index.ts`, one word in `TIPI_MANCANZA`: the cockpit shows
 * it, offers the reminder, and asks the database no oftener than before.
 */
export interface Mancanza {
  readonly tipo: TipoMancanza;
  /** Rows of the ambito $1: `oggetto_id uuid, tavolo_id uuid, nome text, altro text, dal timestamptz, chi jsonb`, in this order. */
  readonly sql: () => string;
  readonly testo: (riga: RigaMancanza) => string;
  /** Path within the ambito where it is solved. */
  readonly percorso: (riga: RigaMancanza) => string;
  /** The reminder as prepared: its first word follows «Gentile …,». Absent: nobody is written to. */
  readonly sollecito?: (riga: RigaMancanza) => { readonly oggetto: string; readonly testo: string };
  /** Where the mail leads, when not where the offices solve it. */
  readonly collegamento?: (riga: RigaMancanza) => string;
}
