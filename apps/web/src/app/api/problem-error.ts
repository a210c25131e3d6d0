import type { Problem } from '@tavoli/shared';

/** What a call of the API is rejected with: the refusal in the API's own words. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
    this.name = 'ProblemError';
  }
}
