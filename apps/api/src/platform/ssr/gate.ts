import { ProblemError } from '../problem/problem.error.js';

/** Lets few works run at once and some wait; the rest are told at once to come back, instead of all becoming slow. */
export class Gate {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly inLine: number,
  ) {}

  /** @throws ProblemError `servizio.non_disponibile` when the line is full */
  async through<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.atOnce) this.running += 1;
    else if (this.waiting.length < this.inLine) await new Promise<void>(resolve => this.waiting.push(resolve));
    else throw new ProblemError('servizio.non_disponibile', { retryAfter: 2 });
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next)
        next(); // takes this place
      else this.running -= 1;
    }
  }
}
