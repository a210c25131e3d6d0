import type { CosaQui, Dove, NomeAttesa, Permission, Ruolo, TipoAttesa, TipoMancanza } from '@tavoli/shared';

export interface Destinatario {
  readonly name: string;
  /** Null: the portal knows who, not where to write. */
  readonly address: string | null;
}

/** One thing that waits, as the query of its kind found it. */
export interface RigaAttesa {
  readonly oggettoId: string;
  readonly tavolo: { readonly id: string; readonly slug: string; readonly nome: string } | null;
  /** What it is called; `altro` as the kind needs it. */
  readonly nome: string;
  readonly altro: string | null;
  /** Since when it waits, and by when it is due. */
  readonly dal: Date | null;
  readonly entro: Date | null;
}

/**
 * A kind of thing that waits for somebody: a verbale to write, an ente to verify, a call to answer. A new kind is one file here, one line in
 * `attese.ts`, one word in `TIPI_ATTESA`: Oggi shows it to whoever may do it, the cockpit of each tavolo lists it, and the database is asked no
 * oftener than before.
 */
export interface Attesa {
  readonly tipo: TipoAttesa;
  /** `SELECT ${riga({…})} FROM …` of the ambito $1; `$2` is the account of the reader, for what is theirs alone. */
  readonly sql: () => string;
  /** A sentence that says what waits, wherever it is read. */
  readonly testo: (riga: RigaAttesa) => string;
  /** Path within the ambito where it is done. */
  readonly percorso: (riga: RigaAttesa) => string;
  /** Whose it is to do; absent: only the office sees that it is missing. */
  readonly compito?: Compito;
  /** What the office sees as missing, and may remind of. */
  readonly manca?: Manca;
}

export interface Compito {
  /** Who may do it at the place of the row: the same permission as the page that it leads to. */
  readonly permesso: Permission;
  /** Only by roles held there: what a seat does is not asked of who leads the tavolo. */
  readonly solo?: readonly Dove[];
  /** The query finds what is of the reader alone (`$2`). */
  readonly propria?: true;
  readonly nome: NomeAttesa;
  /** In a list under the name of the kind. */
  readonly voce: (riga: RigaAttesa) => string;
  /** The list of all of them. */
  readonly elenco?: string;
  /** Days after which it is late, where it has no term. */
  readonly pazienza?: number;
  /** In what a tavolo has to do it is told by number, and leads to this list of the tavolo. */
  readonly aNumero?: (tavolo: { readonly id: string; readonly slug: string }) => string;
  /** A step that needs no more than a press and its question. */
  readonly qui?: { readonly cosa: CosaQui; readonly azioni: (ruoli: readonly Ruolo[]) => readonly string[] };
}

export interface Manca {
  readonly tipo: TipoMancanza;
  /** SQL over the row `m`: since when it is missed; absent: at once. */
  readonly quando?: string;
  /** SQL over the row `m` of the JSON of who holds it: whom the reminder goes to. */
  readonly chi: () => string;
  /** The reminder as prepared: its first word follows «Gentile …,». Absent: nobody is written to. */
  readonly sollecito?: (riga: RigaAttesa) => { readonly oggetto: string; readonly testo: string };
  /** Where the mail leads, when not where the offices solve it. */
  readonly collegamento?: (riga: RigaAttesa) => string;
}

/** Columns of the row of an attesa, with their types. `tavolo`, `ente`, `incontro`: where it is, for whoever holds a role there. */
const COLONNE = {
  oggetto: 'uuid',
  tavolo: 'uuid',
  ente: 'uuid',
  incontro: 'uuid',
  nome: 'text',
  altro: 'text',
  dal: 'timestamptz',
  entro: 'timestamptz',
  version: 'int',
} as const;
type Colonna = keyof typeof COLONNE;

/** The columns of a row, each an SQL expression; what is left out is null. */
export const riga = (colonne: Readonly<Partial<Record<Colonna, string>>> & { readonly oggetto: string; readonly nome: string }): string =>
  (Object.keys(COLONNE) as Colonna[]).map(c => `(${colonne[c] ?? 'NULL'})::${COLONNE[c]} AS ${c}`).join(', ');

/** The day in Italy, as SQL. */
export const OGGI = `(now() AT TIME ZONE 'Europe/Rome')::date`;

/** The last minute of a day in Italy, of the SQL of a date. */
export const fineGiorno = (data: string): string =>
  `((${data})::timestamp + interval '1 day' - interval '1 minute') AT TIME ZONE 'Europe/Rome'`;

/** A path within the ambito with the slug of the tavolo of the row; of what belongs to no tavolo, `altrimenti`. */
export const delTavolo = (r: RigaAttesa, fine: string, altrimenti: string): string =>
  r.tavolo === null ? altrimenti : `area/tavoli/${r.tavolo.slug}/${fine}`;
