/** One step of a procedure: where it may start, where it ends, whether a written reason is due. */
export interface Transition<Stato extends string> {
  readonly from: readonly Stato[];
  readonly to: Stato;
  readonly motivata?: true;
}

/** A procedure as data: every step by name. The API enforces it and the web draws its buttons from it. */
export type TransitionTable<Stato extends string, Azione extends string> = Readonly<Record<Azione, Transition<Stato>>>;

/** The steps that `stato` allows, in the order of the table. */
export function azioniDa<S extends string, A extends string>(table: TransitionTable<S, A>, stato: S): A[] {
  return (Object.keys(table) as A[]).filter(azione => table[azione].from.includes(stato));
}

export function isAllowed<S extends string, A extends string>(table: TransitionTable<S, A>, azione: A, stato: S): boolean {
  return table[azione].from.includes(stato);
}

/** Where what has a draft may be changed, and thrown away: nobody else has been given it yet. */
export const IN_BOZZA = ['bozza'] as const;
