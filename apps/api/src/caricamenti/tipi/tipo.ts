import { scomponi, type Celle, type DefinizioneTipo } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type * as z from 'zod';
import type { Tx } from '../../platform/commands/commands.js';
import type { RequestContext } from '../../platform/commands/context.js';

/** A thing of the portal, as its export writes it. */
export interface Esistente {
  readonly id: string;
  readonly celle: Celle;
  /** Another one after any change: tells whether somebody has touched it since. */
  readonly traccia: string;
  /** It is no row of the export: others say it. */
  readonly nascosto?: true;
}

export interface ErroreCampo {
  /** Null: of the whole row. */
  readonly campo: string | null;
  readonly messaggio: string;
}

/** What the rules of the forms say of a row: the value that they would write, and its cells; or what is wrong. */
export type Giudizio = { readonly valore: unknown; readonly celle: Celle } | { readonly errori: readonly ErroreCampo[] };

/** What the ambito holds of a kind, read at once, and how rows are judged beside it. */
export interface Mondo {
  /** By their key. */
  readonly esistenti: ReadonlyMap<string, Esistente>;
  /** The cells that make the key, as they are compared; the others as they are. */
  readonly normale: (celle: Celle) => Celle;
  /** Of normal cells; '' where the row has none. */
  readonly chiave: (celle: Celle) => string;
  readonly giudica: (celle: Celle, esistente: Esistente | null) => Giudizio;
}

/** A row to be written: new, or in the place of the one with that id. */
export interface Pronta {
  readonly id: string;
  readonly valore: unknown;
}

/** What was chosen for the whole caricamento. */
export interface Scelte {
  readonly caricamentoId: string;
  readonly verificati: boolean;
  readonly atto: string | null;
}

/** A kind of caricamento: how it is read, judged and written. Each of its commands takes a constant number of statements, however many rows. */
export interface Tipo {
  readonly tabella: string;
  /** The column that the ids of `Esistente` are of. */
  readonly colonna: string;
  /** Tables of what this import itself adds beside its rows: they are no reason against undoing. */
  readonly proprie: readonly string[];
  readonly leggi: (db: EntityManager, ambitoId: string) => Promise<Mondo>;
  /** Holds all that it may change until the transaction ends. */
  readonly blocca: (db: EntityManager, ambitoId: string) => Promise<unknown>;
  readonly inserisci: (tx: Tx, righe: readonly Pronta[], scelte: Scelte) => Promise<void>;
  readonly aggiorna: (tx: Tx, righe: readonly Pronta[], scelte: Scelte) => Promise<void>;
  readonly elimina: (tx: Tx, ids: readonly string[]) => Promise<void>;
  /** New ids are made by us; of a kind whose key is its id, they are the key. */
  readonly id: (chiave: string) => string;
  /** Writes to those whom the new ones concern. @returns how many */
  readonly scrivi?: (tx: Tx, ctx: RequestContext, ids: readonly string[]) => Promise<number>;
}

/** Judges what a form would have sent by the schema of the form; `altri` are errors found beside it. */
export function giudicaCon(
  definizione: DefinizioneTipo,
  schema: z.ZodType,
  nodo: unknown,
  altri: readonly ErroreCampo[] = [],
  celle: (valore: unknown) => Celle = valore => scomponi(definizione, valore),
): Giudizio {
  const letto = schema.safeParse(nodo);
  const errori = [
    ...altri,
    ...(letto.error?.issues ?? []).map(i => ({ campo: campoDi(definizione, i.path.join('.')), messaggio: i.message })),
  ];
  if (letto.success && errori.length === 0) return { valore: letto.data, celle: celle(letto.data) };
  return { errori: errori.filter((e, i) => errori.findIndex(x => x.campo === e.campo) === i) };
}

/** The field of a place in the schema: the place itself, what holds it, or the first of what stands in it. */
function campoDi({ campi }: DefinizioneTipo, percorso: string): string | null {
  const trovato =
    campi.find(c => c.percorso === percorso) ??
    campi.find(c => percorso.startsWith(`${c.percorso}.`)) ??
    campi.find(c => c.percorso.startsWith(`${percorso}.`));
  return trovato?.percorso ?? null;
}
