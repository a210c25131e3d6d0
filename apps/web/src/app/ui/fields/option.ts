/** One choice of a select, a radio group or a checkbox group. */
export interface Option<V extends string = string> {
  readonly value: V;
  readonly label: string;
  readonly hint?: string;
}

/** The options of a `Record<value, label>`, in its order: `optionsOf(ETICHETTE_NATURA)`. */
export function optionsOf<V extends string>(labels: Readonly<Record<V, string>>): Option<V>[] {
  return (Object.keys(labels) as V[]).map(value => ({ value, label: labels[value] }));
}
