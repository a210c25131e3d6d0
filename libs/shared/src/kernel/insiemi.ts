/**
 * Sets of states, said state by state: `{ bozza: ['aperti'], inviata: ['aperti', 'spediti'], … }`. A new state does not compile until its line says in
 * which sets it is; in those that it does not name it is not. SQL is generated from them (`fra`), so no query keeps a list of its own.
 */
export type Insiemi<Stato extends string> = Readonly<Record<Stato, readonly string[]>>;

type Con<T, Nome> = { [S in keyof T]: T[S] extends readonly (infer N)[] ? (Nome extends N ? S : never) : never }[keyof T];

/** The states of `insiemi` that are in the set `nome`, in their order. */
export function inInsieme<const T extends Readonly<Record<string, readonly string[]>>, const Nome extends T[keyof T][number]>(
  insiemi: T,
  nome: Nome,
): readonly Extract<Con<T, Nome>, string>[] {
  return Object.keys(insiemi).filter(stato => insiemi[stato]?.includes(nome)) as Extract<Con<T, Nome>, string>[];
}

/** Whether a state, as the database says it, is one of a set. */
export const tra = <S extends string>(insieme: readonly S[], stato: string | null | undefined): stato is S =>
  insieme.some(uno => uno === stato);
