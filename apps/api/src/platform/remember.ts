/**
 * Asks once and keeps the answer, for everybody who asks meanwhile and after; a failure is told to those who were waiting and forgotten, so that the
 * next asks again. The only way to keep a promise in a field (lint): one kept by hand keeps its rejection for ever.
 */
export function remember<T>(ask: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    if (kept !== undefined) return kept;
    const asked = ask();
    kept = asked;
    asked.catch(() => {
      if (kept === asked) kept = undefined;
    });
    return asked;
  };
}
