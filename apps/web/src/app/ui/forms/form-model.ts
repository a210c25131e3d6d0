import { linkedSignal, type WritableSignal } from '@angular/core';

/** What was last taken by the API of the forms that send it, by the signal of their model. */
const TAKEN = new WeakMap<object, unknown>();

/** The API has this of the form over `model`: read again, it stands in the place of what was typed. */
export const taken = (model: object, value: unknown): void => void TAKEN.set(model, value);

interface Read<S, M> {
  readonly source: S;
  readonly model: M;
}

/**
 * The model of a form over something that is read, and read again while one writes: it begins as `of` says, follows what changes, and
 * keeps what was typed since it was last read or sent. Field by field: nothing typed is lost, nothing saved is sent twice.
 * @param source undefined while it is not there
 * @param thing tells one thing from another, whose form begins anew: its id, where left out
 */
export function formModel<S, M extends object>(
  source: () => S,
  of: (source: S) => M,
  thing: (source: NonNullable<S>) => unknown = read => (read as { readonly id?: unknown }).id,
): WritableSignal<M> {
  const model: WritableSignal<M> = linkedSignal<Read<S, M>, M>({
    source: () => ({ source: source(), model: of(source()) }),
    computation: (now, before) => {
      const [was, is] = [before?.source.source, now.source];
      const goesOn = before && was != null && is != null && thing(was) === thing(is);
      return goesOn ? (merged([TAKEN.get(model), before.source.model], before.value, now.model) as M) : now.model;
    },
  });
  return model;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is unknown[] => Array.isArray(value);

/** @param known what `mine` may be without having been typed */
function merged(known: readonly unknown[], mine: unknown, theirs: unknown): unknown {
  if (known.some(value => same(value, mine))) return theirs;
  const part = (key: string) => known.map(value => (value as Record<string, unknown> | undefined)?.[key]);
  if (isRecord(mine) && isRecord(theirs))
    return Object.fromEntries(Object.keys(theirs).map(key => [key, merged(part(key), mine[key], theirs[key])]));
  if (isList(mine) && isList(theirs) && mine.length === theirs.length)
    return theirs.map((value, i) => merged(part(String(i)), mine[i], value));
  return mine;
}
