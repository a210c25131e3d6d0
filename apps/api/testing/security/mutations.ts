import fc from 'fast-check';
import { HOSTILE } from './values.js';

type Path = readonly (string | number)[];

/** One thing that goes wrong in a body: something else in a place, a field gone, a field too many, a list for one thing, one thing twice. */
export interface Mutation {
  readonly at: number;
  readonly how: 'replace' | 'remove' | 'add' | 'wrap' | 'repeat';
  readonly what: unknown;
}

export const MUTATION: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('replace', 'replace', 'remove', 'add', 'wrap', 'repeat'),
  what: HOSTILE,
});

/** Every place in a JSON value, the root included. */
function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [path, ...keys.flatMap(key => placesOf((value as Record<string | number, unknown>)[key], [...path, key]))];
}

/** The value with this gone wrong in it; the value given is left as it is. */
export function mutate(value: unknown, mutation: Mutation): unknown {
  const places = placesOf(value);
  return changeAt(value, places[mutation.at % places.length] ?? [], mutation);
}

function changeAt(value: unknown, [key, ...rest]: Path, mutation: Mutation): unknown {
  if (key === undefined) return changed(value, mutation);
  const inner = changeAt((value as Record<string | number, unknown>)[key], rest, mutation);
  if (Array.isArray(value)) return inner === undefined ? value.toSpliced(Number(key), 1) : value.with(Number(key), inner);
  return { ...(value as object), [key]: inner }; // an undefined field is not sent
}

function changed(value: unknown, { how, what }: Mutation): unknown {
  switch (how) {
    case 'remove':
      return undefined;
    case 'wrap':
      return [value];
    case 'repeat':
      return Array.isArray(value)
        ? Array.from({ length: 120 }, (_, i) => (value as unknown[])[i % Math.max(1, value.length)] ?? null)
        : [value, value];
    case 'add':
      return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, nonPrevisto: what, stato: what } : what;
    default:
      return what;
  }
}
