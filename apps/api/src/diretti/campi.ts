import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';

/** For `.catch()`: the refusal that concerns the codice fiscale is told on its field. */
export const sulCampo =
  (pointer: string) =>
  (error: unknown): never => {
    if (error instanceof ProblemError && error.code === 'diretto.ente_esiste') throw fieldProblem('diretto.ente_esiste', pointer);
    throw error;
  };
