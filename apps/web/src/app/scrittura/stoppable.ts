/** A timer as the way to give it up: `stoppable(setTimeout(work, ms), clearTimeout)`. */
export function stoppable<T>(timer: T, clear: (timer: T) => void): () => void {
  return () => clear(timer);
}
