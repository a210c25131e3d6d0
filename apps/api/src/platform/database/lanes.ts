import { AsyncLocalStorage } from 'node:async_hooks';

/** How long the database may take for one statement, in milliseconds; 0: as long as it likes. */
export interface Limits {
  /** To wait for a lock that somebody else holds. */
  readonly lockMs: number;
  readonly statementMs: number;
  /** To sit in an open transaction without asking anything. */
  readonly idleMs: number;
}

/** Of somebody who waits for an answer. */
export const RICHIESTE: Limits = { lockMs: 4_000, statementMs: 15_000, idleMs: 60_000 };
/** Of who writes a whole table out. */
export const ESPORTAZIONI: Limits = { lockMs: 10_000, statementMs: 120_000, idleMs: 120_000 };
/** Of what nobody waits for. */
export const LAVORI: Limits = { lockMs: 30_000, statementMs: 300_000, idleMs: 300_000 };
/** Of migrations: on a large database each may take hours, but none waits for ever behind a table that somebody holds. */
export const MIGRAZIONI: Limits = { lockMs: 60_000, statementMs: 0, idleMs: 0 };

/** One piece of work: it may hold several connections, and counts once among those of its lane. */
export interface Work {
  readonly lane: string;
  limits: Limits;
  held: number;
}

const works = new AsyncLocalStorage<Work>();

export const newWork = (lane: string, limits: Limits): Work => ({ lane, limits, held: 0 });
export const within = <T>(work: Work, run: () => T): T => works.run(work, run);
/** The work under way; undefined: nobody declared any. */
export const currentWork = (): Work | undefined => works.getStore();

/** Runs `run` as work of `lane`, under its limits: to be called where it begins, a request, a job, a worker. */
export const inLane = <T>(lane: string, limits: Limits, run: () => T): T => within(newWork(lane, limits), run);

/** From here on the work under way has these limits. */
export function underLimits(limits: Limits): void {
  const work = currentWork();
  if (work) work.limits = limits;
}

/** No connection came free in time. Its code is the one that the server itself would give. */
export class NoConnection extends Error {
  readonly code = '53300';
  constructor() {
    super('No connection to the database came free in time');
  }
}

/** Of the connections, how much one lane may hold at once, and how much all those together that ran into a limit a short while ago. */
const ONE_LANE = 0.3;
const ALL_WARY = 0.3;
/** A lane that ran into a limit is tried one work at a time for so long. */
const WARY_MS = 6_000;
const AGAIN_MS = 500;
/** How many may wait in one lane: those of a crowded one take no place in the line of the others. */
const IN_LINE = 200;

interface Lane {
  held: number;
  waiting: number;
  waryUntil: number;
}
interface Waiting {
  readonly work: Work;
  readonly go: () => void;
}

/**
 * Shares the connections of a pool out, so that requests that wait for a locked table do not take those of the requests that have no need
 * of it. A lane is a route, or a job. Each may hold a part of the pool; one that ran into a limit of the database is tried one work at a time, and
 * all such lanes together hold a part.
 */
export class Lanes {
  private readonly lanes = new Map<string, Lane>();
  private readonly line: Waiting[] = [];
  private timer: NodeJS.Timeout | undefined;

  private readonly max: number;
  private readonly patienceMs: number;

  // Written out: programs of the tests run this file with types only stripped.
  constructor(max: number, patienceMs: number) {
    this.max = max;
    this.patienceMs = patienceMs;
  }

  /** Resolves when the work may take a connection. @returns how to give the place back. @throws NoConnection */
  async enter(work: Work): Promise<() => void> {
    if (work.held > 0 || this.admits(work)) this.take(work);
    else await this.wait(work);
    let left = false;
    return () => {
      if (!left) this.leave(work);
      left = true;
    };
  }

  /** The work ran into a limit of the database. */
  ranIntoLimit({ lane }: Work): void {
    this.laneOf(lane).waryUntil = performance.now() + WARY_MS;
  }

  private admits({ lane }: Work): boolean {
    const mine = this.laneOf(lane);
    if (!isWary(mine)) return mine.held < Math.max(1, Math.ceil(this.max * ONE_LANE));
    const wary = [...this.lanes.values()].reduce((sum, other) => sum + (isWary(other) ? other.held : 0), 0);
    return mine.held === 0 && wary < Math.max(1, Math.floor(this.max * ALL_WARY));
  }

  private take(work: Work): void {
    work.held += 1;
    if (work.held === 1) this.laneOf(work.lane).held += 1;
  }

  private leave(work: Work): void {
    work.held -= 1;
    if (work.held > 0) return;
    const lane = this.laneOf(work.lane);
    lane.held -= 1;
    if (lane.held === 0 && lane.waiting === 0 && !isWary(lane)) this.lanes.delete(work.lane);
    this.next();
  }

  private next(): void {
    this.timer = undefined;
    for (const waiting of [...this.line]) {
      if (!this.admits(waiting.work)) continue;
      this.line.splice(this.line.indexOf(waiting), 1);
      waiting.go();
    }
    this.lookAgain();
  }

  /** A lane is trusted again without anybody leaving. */
  private lookAgain(): void {
    if (this.line.length > 0) this.timer ??= setTimeout(() => this.next(), AGAIN_MS).unref();
  }

  private async wait(work: Work): Promise<void> {
    const lane = this.laneOf(work.lane);
    if (lane.waiting >= IN_LINE) throw new NoConnection();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiting: Waiting = { work, go: () => (this.take(work), resolve()) };
    const late = setTimeout(() => {
      this.line.splice(this.line.indexOf(waiting), 1);
      reject(new NoConnection());
    }, this.patienceMs);
    this.line.push(waiting);
    lane.waiting += 1;
    this.lookAgain();
    await promise.finally(() => {
      lane.waiting -= 1;
      clearTimeout(late);
    });
  }

  private laneOf(name: string): Lane {
    const known = this.lanes.get(name);
    if (known) return known;
    const lane = { held: 0, waiting: 0, waryUntil: 0 };
    this.lanes.set(name, lane);
    return lane;
  }
}

const isWary = ({ waryUntil }: Lane): boolean => performance.now() < waryUntil;
