import { ProblemError } from '../problem/problem.error.js';

/** Files that arrive at the same moment in one process: each holds a connection, a file and the attention of the disk. */
const AT_ONCE = 24;
/** Of them, those of people who need no account: never so many that the staff finds no turn. */
const STRANGERS = 12;
/** Of them, those of one network: an office may sit behind it, a flood too. */
const ONE_NETWORK = 4;
const RETRY_SECONDS = 10;

/** Few uploads at once: who finds no turn is told when to try again, before a byte is read. */
export class UploadTurns {
  private readonly taken = new Map<string, number>();

  constructor(private readonly limits = { all: AT_ONCE, strangers: STRANGERS, network: ONE_NETWORK }) {}

  /** @param network of a stranger; null: of somebody with a role. @throws ProblemError `file.troppi_insieme` with `Retry-After` */
  async during<T>(network: string | null, work: () => Promise<T>): Promise<T> {
    const { all, strangers, network: one } = this.limits;
    const lanes: [string, number][] = [['tutti', all]];
    if (network !== null) lanes.push(['estranei', strangers], [`rete ${network}`, one]);
    if (lanes.some(([lane, most]) => this.in(lane) >= most)) throw new ProblemError('file.troppi_insieme', { retryAfter: RETRY_SECONDS });
    for (const [lane] of lanes) this.taken.set(lane, this.in(lane) + 1);
    try {
      return await work();
    } finally {
      for (const [lane] of lanes) this.leave(lane);
    }
  }

  private in(lane: string): number {
    return this.taken.get(lane) ?? 0;
  }

  private leave(lane: string): void {
    const left = this.in(lane) - 1;
    if (left > 0) this.taken.set(lane, left);
    else this.taken.delete(lane);
  }
}
