import { asking } from '../http/asking.js';
import { ProblemError } from '../problem/problem.error.js';
import { Turns } from './turns.js';

/** What one network may hold of a line. */
const SHARE = 1 / 2;

/**
 * Lets few works run at once and some wait; the rest are told at once to come back, instead of all becoming slow. No network holds more
 * than half of the line, and who waits is let in one network after the other: so nobody alone keeps the others out, or behind all of theirs.
 */
export class Gate {
  private running = 0;
  private readonly waiting = new Turns();
  private readonly held = new Map<string, number>();

  constructor(
    private readonly atOnce: number,
    private readonly inLine: number,
  ) {}

  /** @throws ProblemError `servizio.non_disponibile` when the line is full */
  async through<T>(work: () => Promise<T>): Promise<T> {
    const network = asking()?.network;
    if (network === undefined) return this.pass('', work);
    const held = (this.held.get(network) ?? 0) + 1;
    if (held > this.atOnce + this.inLine * SHARE) throw new ProblemError('servizio.non_disponibile', { retryAfter: 2 });
    this.held.set(network, held);
    try {
      return await this.pass(network, work);
    } finally {
      const left = (this.held.get(network) ?? 1) - 1;
      if (left > 0) this.held.set(network, left);
      else this.held.delete(network);
    }
  }

  private async pass<T>(network: string, work: () => Promise<T>): Promise<T> {
    if (this.running < this.atOnce) this.running += 1;
    else if (this.waiting.size < this.inLine) await new Promise<void>(resolve => this.waiting.add(network, resolve));
    else throw new ProblemError('servizio.non_disponibile', { retryAfter: 2 });
    try {
      return await work();
    } finally {
      const next = this.waiting.next();
      if (next)
        next(); // takes this place
      else this.running -= 1;
    }
  }
}
