import { instantToRomeWall } from '@tavoli/shared';
import { fieldProblem } from '../../platform/problem/problem.error.js';

/** Today in Rome, `YYYY-MM-DD`. */
export const oggi = (): string => instantToRomeWall(new Date()).slice(0, 10);

/** The day something was done: as said, else today. @throws ProblemError 400 on `pointer` for a day to come */
export function giornoFatto(data: string | undefined, pointer = '/data'): string {
  const giorno = data ?? oggi();
  if (giorno > oggi()) throw fieldProblem('richiesta.non_valida', pointer, 'La data non può essere nel futuro.');
  return giorno;
}
