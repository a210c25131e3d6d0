import { effect, signal, type Signal, untracked, type WritableSignal } from '@angular/core';
import type { Problem } from '@tavoli/shared';
import { problemOf } from '../ui/problem';

const INCOMPLETO: Problem = { type: '', status: 404, code: 'collegamento.non_valido', title: 'Il collegamento non è completo.' };

/** What a mailed link opens, read when the page opens and whenever its secret changes: `view` until it is read null, `problem` where it cannot be. Call in an injection context. */
export function mailedReading<V>(
  segreto: Signal<string>,
  read: (segreto: string) => Promise<V>,
): { readonly view: WritableSignal<V | null>; readonly problem: Signal<Problem | null> } {
  const view = signal<V | null>(null);
  const problem = signal<Problem | null>(null);
  async function open(key: string): Promise<void> {
    if (key === '') return problem.set(INCOMPLETO);
    await read(key).then(
      found => {
        view.set(found);
        problem.set(null);
      },
      (error: unknown) => problem.set(problemOf(error)),
    );
  }
  effect(() => {
    const key = segreto();
    untracked(() => void open(key));
  });
  return { view, problem: problem.asReadonly() };
}
