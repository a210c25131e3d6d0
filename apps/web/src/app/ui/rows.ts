import { linkedSignal, signal, type Signal } from '@angular/core';

/** A row of a form with a name of its own: what is typed in it, and its error, stay with it wherever it is moved. */
export interface Row<T> {
  readonly key: number;
  readonly value: T;
}

export interface Rows<T> {
  readonly all: Signal<readonly Row<T>[]>;
  readonly values: () => readonly T[];
  /** Whether the focus has left the row: from then on what is missing in it is told. */
  readonly seen: (row: Row<T>) => boolean;
  /** Handler of `focusout` on the row's own element. */
  readonly left: (row: Row<T>, event: FocusEvent) => void;
  /** Onto what the row holds by now: two fields may be filled at once, before the page is drawn again. */
  change(row: Row<T>, part: Partial<T>): void;
  add(value: T): void;
  remove(row: Row<T>): void;
  move(from: number, by: 1 | -1): void;
}

/**
 * Rows that are written, added, taken away and moved. As typed they are here at once; what comes from outside comes a little later, and
 * keeps the rows it finds. @param changed told after each change, with all values
 */
export function rowsOf<T>(source: () => readonly T[], changed: (values: readonly T[]) => void): Rows<T> {
  let last = 0;
  const all = linkedSignal<readonly T[], readonly Row<T>[]>({
    source,
    computation: (values, before) => named(values, before?.value ?? [], () => (last += 1)),
  });
  const seen = signal<ReadonlySet<number>>(new Set());
  const values = () => all().map(({ value }) => value);
  const set = (rows: readonly Row<T>[]) => {
    all.set(rows);
    changed(values());
  };
  return {
    all: all.asReadonly(),
    values,
    seen: ({ key }) => seen().has(key),
    left: ({ key }, event) => {
      if (!staysInside(event)) seen.update(keys => new Set([...keys, key]));
    },
    change: ({ key }, part) => set(all().map(row => (row.key === key ? { key, value: { ...row.value, ...part } } : row))),
    add: value => set([...all(), { key: (last += 1), value }]),
    remove: ({ key }) => set(all().filter(row => row.key !== key)),
    move: (from, by) => {
      if (all()[from + by] !== undefined) set(moved(all(), from, from + by));
    },
  };
}

/** Values as rows: each has the name of the row that it was, or a new one. */
function named<T>(values: readonly T[], rows: readonly Row<T>[], next: () => number): readonly Row<T>[] {
  const same = (value: T, i: number) => (rows.length === values.length ? rows[i] : rows.find(row => row.value === value));
  return values.map((value, i) => ({ value, key: same(value, i)?.key ?? next() }));
}

const staysInside = ({ currentTarget, relatedTarget }: FocusEvent): boolean =>
  relatedTarget instanceof Node && currentTarget instanceof Node && currentTarget.contains(relatedTarget);

function moved<T>(rows: readonly T[], from: number, to: number): readonly T[] {
  const all = [...rows];
  all.splice(to, 0, ...all.splice(from, 1));
  return all;
}
